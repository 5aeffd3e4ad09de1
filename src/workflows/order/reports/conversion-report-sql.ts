import {
  grainOf,
  nameOf,
  ofSeller,
  within,
  type ReportGrain,
} from "./report-sql"

/**
 * Carts begun in the report's days that hold goods of the seller, and how many
 * of them were bought. Bindings as in the
 * sales report.
 */
export const conversionReportSql = (grain: ReportGrain): string => `
with carts as (
  select distinct c.id, c.completed_at,
    ${grainOf(grain, { at: "c.created_at", seller: "s.seller_id" })} as grain
  from cart c
  join cart_line_item l on l.cart_id = c.id and l.deleted_at is null
  join marketplace_product_seller s on s.product_id = l.product_id
    and s.deleted_at is null
  where ${within("c.created_at")} and c.deleted_at is null
    and ${ofSeller("s.seller_id")}
)
select ${nameOf(grain, "grain")} as grain, count(*)::text as carts, count(completed_at)::text as purchases,
  count(*) over ()::int as total
from carts group by grain
order by ${grain === "seller" ? "count(*) desc, grain" : "grain"}
limit :limit offset :offset`
