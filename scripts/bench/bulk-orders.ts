import type { Client } from "pg"

/** A column's value for the n-th row, and the column that Medusa keeps beside it. */
const raw = (value: string) =>
  `${value}, jsonb_build_object('value', (${value})::text, 'precision', 20)`

const zeros = (...names: string[]) => ({
  columns: names.flatMap((name) => [name, `raw_${name}`]).join(", "),
  values: names.map(() => raw("0")).join(", "),
})

/**
 * Orders `from`…`to` of one seller, as placing leaves them: one item, one
 * shipping method, an address, a day's distance from one to the next 500.
 */
export async function addOrders(
  client: Client,
  { sellerId, regionId, from, to }: OrderRange
): Promise<void> {
  const rows = `generate_series(${from}, ${to}) n`
  const at = "now() - (n || ' minutes')::interval"
  const quantities = zeros(
    ...["fulfilled_quantity", "shipped_quantity", "delivered_quantity"],
    ...["return_requested_quantity", "return_received_quantity"],
    ...["return_dismissed_quantity", "written_off_quantity"]
  )
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`
  const statements = [
    `insert into order_address (id, first_name, last_name, address_1, city, country_code)
     select ${id("ordaddr")}, 'Clara', 'Braun', 'Lindenweg 4', 'Berlin', 'de' from ${rows}`,
    `insert into "order" (id, version, status, currency_code, region_id, email, shipping_address_id, created_at, updated_at)
     select ${id("order")}, 1, 'pending', 'eur', '${regionId}', 'clara' || n % 1000 || '@example.com', ${id("ordaddr")}, ${at}, ${at} from ${rows}`,
    `insert into order_line_item (id, title, product_title, product_id, unit_price, raw_unit_price, created_at)
     select ${id("ordli")}, 'Bolt', 'Bolt', ${product}, ${raw("10")}, ${at} from ${rows}`,
    `insert into order_item (id, order_id, version, item_id, quantity, raw_quantity, ${quantities.columns})
     select ${id("orditem")}, ${id("order")}, 1, ${id("ordli")}, ${raw("2")}, ${quantities.values} from ${rows}`,
    `insert into order_shipping_method (id, name, amount, raw_amount)
     select ${id("ordsm")}, 'Standard', ${raw("5")} from ${rows}`,
    `insert into order_shipping (id, order_id, version, shipping_method_id)
     select ${id("ordspmv")}, ${id("order")}, 1, ${id("ordsm")} from ${rows}`,
    `insert into order_summary (id, order_id, version, totals)
     select ${id("ordsum")}, ${id("order")}, 1, jsonb_build_object('current_order_total', 25, 'original_order_total', 25, 'pending_difference', 25, 'paid_total', 0, 'refunded_total', 0, 'transaction_total', 0) from ${rows}`,
    `insert into marketplace_order_seller (id, order_id, seller_id)
     select ${id("link")}, ${id("order")}, '${sellerId}' from ${rows}`,
    "analyze",
  ]
  for (const statement of statements) {
    await client.query(statement)
  }
}

export type OrderRange = {
  sellerId: string
  regionId: string
  from: number
  to: number
}

/** One of 500 products of `addProducts`. */
const product = "'prod_' || lpad((1 + n % 500)::text, 26, '0')"

/**
 * The money of those orders, as the books keep it: a settlement line for item and
 * shipping, every twentieth refunded in part, a payout for each 500, and three
 * carts for two orders.
 */
export async function addOrderMoney(
  client: Client,
  { sellerId, from, to }: Omit<OrderRange, "regionId">
): Promise<void> {
  const rows = `generate_series(${from}, ${to}) n`
  const at = "now() - (n || ' minutes')::interval"
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`
  const line = (type: string, gross: number, commission: number) =>
    `insert into settlement_line (id, order_id, seller_id, line_type, line_id, currency_code, gross, commission, net, created_at)
     select ${id(`sl${type}`)}, ${id("order")}, '${sellerId}', '${type}', ${id(type === "item" ? "ordli" : "ordsm")}, 'eur', ${gross}, ${commission}, ${gross - commission}, ${at} from ${rows}`
  const statements = [
    line("item", 2000, 240),
    line("shipping", 500, 0),
    `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id, created_at)
     select ${id("ordtrx")}, ${id("order")}, 1, ${raw("-10")}, 'eur', 'refund', ${id("ref")}, ${at} from ${rows} where n % 20 = 0`,
    `insert into refund_allocation (id, refund_id, order_id, line_type, line_id, policy, amount, tax, commission_reversed, created_at)
     select ${id("ralloc")}, ${id("ref")}, ${id("order")}, 'item', ${id("ordli")}, 'proportional', 1000, 0, 120, ${at} from ${rows} where n % 20 = 0`,
    `insert into payout (id, seller_id, currency_code, scale, amount, status, provider_id, provider_ref, idempotency_key, period, through_version, paid_at, created_at)
     select ${id("pout")}, '${sellerId}', 'eur', 2, 1000000, 'paid', 'manual', n::text, n::text, n::text, n, ${at}, ${at} from ${rows} where n % 500 = 0`,
    `insert into cart (id, currency_code, completed_at, created_at)
     select ${id("cart")}, 'eur', case when n % 3 > 0 then ${at} end, ${at} from generate_series(${from}, ${to} * 3 / 2) n`,
    `insert into cart_line_item (id, cart_id, title, quantity, unit_price, raw_unit_price, product_id, created_at)
     select ${id("cali")}, ${id("cart")}, 'Bolt', 2, ${raw("10")}, ${product}, ${at} from generate_series(${from}, ${to} * 3 / 2) n`,
    "analyze",
  ]
  for (const statement of statements) {
    await client.query(statement)
  }
}

/** Products of one variant, one option and no price. */
export async function addProducts(
  client: Client,
  { sellerId, count }: { sellerId: string; count: number }
): Promise<void> {
  const rows = `generate_series(1, ${count}) n`
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`
  const at = "now() - (n || ' minutes')::interval"
  const statements = [
    `insert into product (id, title, handle, status, created_at, updated_at)
     select ${id("prod")}, 'Bolt ' || n, 'bolt-' || n, 'published', ${at}, ${at} from ${rows}`,
    `insert into product_variant (id, title, sku, product_id, created_at, updated_at)
     select ${id("variant")}, 'One', 'bolt-' || n, ${id("prod")}, ${at}, ${at} from ${rows}`,
    `insert into marketplace_product_seller (id, product_id, seller_id)
     select ${id("plink")}, ${id("prod")}, '${sellerId}' from ${rows}`,
    "analyze",
  ]
  for (const statement of statements) {
    await client.query(statement)
  }
}
