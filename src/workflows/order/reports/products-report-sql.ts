import { charged, isPlaced } from "./report-sql"

/**
 * What sold best, by currency: first the page of products, then what only they
 * need to be read for. Bindings as in the sales report; minor units. A product
 * that is gone has the title of its lines.
 */
export const productsReportSql = `
with ranked as materialized (
  select i.product_id, o.seller_id, o.currency_code, sum(${charged}) as sales,
    count(*) over ()::int as total
  from seller_order o
  join settlement_line l on l.order_id = o.order_id and l.line_type = 'item'
  join order_line_item i on i.id = l.line_id and i.product_id is not null
  where ${isPlaced} and o.status <> 'canceled'
    and (:currency::text is null or o.currency_code = :currency)
  group by i.product_id, o.seller_id, o.currency_code
  order by o.currency_code, sales desc, i.product_id
  limit :limit offset :offset
)
select r.product_id, r.seller_id, r.currency_code, r.sales::text, r.total,
  max(i.product_title) as title, count(distinct o.order_id)::text as orders,
  sum(v.quantity)::text as units, coalesce(sum((
    select sum(a.amount) from refund_allocation a where a.order_id = o.order_id
      and a.line_type = 'item' and a.line_id = i.id)), 0)::text as refunds
from ranked r
join order_line_item i on i.product_id = r.product_id
join order_item v on v.item_id = i.id and v.deleted_at is null
join "order" placed on placed.id = v.order_id and placed.version = v.version
join seller_order o on o.order_id = placed.id and o.seller_id = r.seller_id
  and o.currency_code = r.currency_code
where o.status <> 'canceled' and ${isPlaced}
group by r.product_id, r.seller_id, r.currency_code, r.sales, r.total
order by r.currency_code, r.sales desc, r.product_id`
