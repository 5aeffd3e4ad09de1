import { ofSeller, within } from "./report-sql"

/** A condition on the products `p` of the report. */
const isSold = `${within("p.created_at")} and ${ofSeller("p.seller_id")}`

/**
 * What sold best, by currency: first the page of products, then what was given
 * back of them. Bindings as in the sales report; minor units. A product that is gone
 * has the title of its lines.
 */
export const productsReportSql = `
with ranked as materialized (
  select p.product_id, p.seller_id, p.currency_code, max(p.title) as title,
    sum(p.sales) as sales, sum(p.units) as units, count(*) as orders,
    count(*) over ()::int as total
  from seller_order_product p
  where ${isSold} and (:currency::text is null or p.currency_code = :currency)
  group by p.product_id, p.seller_id, p.currency_code
  order by p.currency_code, sales desc, p.product_id
  limit :limit offset :offset
), refunded as (
  select p.product_id, p.seller_id, p.currency_code, sum(a.amount) as refunds
  from refund_allocation a
  join order_line_item i on i.id = a.line_id
  join seller_order_product p on p.order_id = a.order_id
    and p.product_id = i.product_id
  where a.line_type = 'item' and ${isSold}
    and p.product_id in (select product_id from ranked)
  group by p.product_id, p.seller_id, p.currency_code
)
select r.product_id, r.seller_id, r.currency_code, r.title, r.total,
  r.sales::text, r.units::text, r.orders::text,
  coalesce(b.refunds, 0)::text as refunds
from ranked r
left join refunded b on b.product_id = r.product_id
  and b.seller_id = r.seller_id and b.currency_code = r.currency_code
order by r.currency_code, r.sales desc, r.product_id`
