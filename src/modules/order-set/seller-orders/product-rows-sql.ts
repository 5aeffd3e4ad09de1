/** The columns of `seller_order_product` in the order of `soldProductRowsSql`. */
export const soldProductColumns =
  "order_id, product_id, seller_id, currency_code, title, sales, units, created_at"

/**
 * What `seller_order_product` must hold: each product of an order that is not
 * cancelled, what buyers were charged for it in minor units, and how many of it the
 * order has now.
 *
 * @param which - Condition on the order `o`.
 */
export const soldProductRowsSql = (which: string) => `
select o.id as order_id, sold.product_id, l.seller_id, o.currency_code,
  sold.title, sold.sales, sold.units, o.created_at
from "order" o
join marketplace_order_seller l on l.order_id = o.id and l.deleted_at is null
cross join lateral (
  select i.product_id, max(i.product_title) as title,
    sum(line.gross - line.discount_seller - line.discount_platform + line.tax) as sales,
    coalesce(sum(v.quantity), 0) as units
  from settlement_line line
  join order_line_item i on i.id = line.line_id and i.product_id is not null
  left join order_item v on v.item_id = i.id and v.order_id = o.id
    and v.version = o.version and v.deleted_at is null
  where line.order_id = o.id and line.line_type = 'item'
  group by i.product_id
) sold
where ${which} and o.deleted_at is null and not o.is_draft_order
  and o.status <> 'canceled'`
