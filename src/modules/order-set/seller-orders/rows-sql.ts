import { fulfillmentStatusSql, paymentStatusSql } from "../status-sql"
import { soldProductColumns, soldProductRowsSql } from "./product-rows-sql"

const columns = [
  "order_id",
  "seller_id",
  "display_id",
  "status",
  "payment_status",
  "fulfillment_status",
  "customer_id",
  "email",
  "region_id",
  "sales_channel_id",
  "currency_code",
  "search",
  "sales",
  "tax",
  "discounts",
  "commission",
  "net",
  "created_at",
  "updated_at",
]

/** The columns of `seller_order` in the order of `sellerOrderRowsSql`. */
export const sellerOrderColumns = columns.join(", ")

const orders = "select o.id as order_id"

const words = [
  "o.display_id",
  "o.custom_display_id",
  "o.email",
  ...["shipping", "billing"].flatMap((address) =>
    [
      "company",
      "first_name",
      "last_name",
      "address_1",
      "address_2",
      "city",
      "province",
      "postal_code",
      "phone",
    ].map((column) => `${address}.${column}`)
  ),
]

/**
 * What `seller_order` must hold, from Medusa's own rows.
 *
 * @param which - Condition on the order `o`.
 */
export const sellerOrderRowsSql = (which: string) => `
select o.id as order_id, l.seller_id, o.display_id, o.status::text as status,
  ${paymentStatusSql({ orders, currency: "o.currency_code" })} as payment_status,
  ${fulfillmentStatusSql({ orders })} as fulfillment_status,
  o.customer_id, o.email, o.region_id, o.sales_channel_id, o.currency_code,
  lower(concat_ws(' ', ${words.join(", ")})) as search,
  money.sales, money.tax, money.discounts, money.commission, money.net, o.created_at, o.updated_at
from "order" o
join marketplace_order_seller l on l.order_id = o.id and l.deleted_at is null
left join order_address shipping on shipping.id = o.shipping_address_id
left join order_address billing on billing.id = o.billing_address_id
cross join lateral (
  select coalesce(sum(line.gross - line.discount_seller - line.discount_platform + line.tax), 0) as sales,
    coalesce(sum(line.tax), 0) as tax,
    coalesce(sum(line.discount_seller + line.discount_platform), 0) as discounts,
    coalesce(sum(line.commission + line.commission_tax), 0) as commission,
    coalesce(sum(line.net), 0) as net
  from settlement_line line where line.order_id = o.id
) money
where ${which} and o.deleted_at is null and not o.is_draft_order`

/** How many of the 1,000 orders that changed last differ from their row or those of their products, or have none. */
export const wrongSellerOrdersSql = `
with latest as (
  select id from "order" where deleted_at is null order by updated_at desc limit 1000
), fresh as (
  select * from (${sellerOrderRowsSql("o.id in (select id from latest)")}) fresh
), kept as (
  select ${sellerOrderColumns} from seller_order
  where order_id in (select id from latest)
), fresh_products as (
  select * from (${soldProductRowsSql("o.id in (select id from latest)")}) fresh
), kept_products as (
  select ${soldProductColumns} from seller_order_product
  where order_id in (select id from latest)
), wrong as (
  select order_id from (select * from fresh except select * from kept) one
  union select order_id from (select * from kept except select * from fresh) two
  union select order_id from (select * from fresh_products except select * from kept_products) three
  union select order_id from (select * from kept_products except select * from fresh_products) four
)
select count(*)::int as wrong from wrong`
