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
    `insert into order_line_item (id, title, product_title, unit_price, raw_unit_price, created_at)
     select ${id("ordli")}, 'Bolt', 'Bolt', ${raw("10")}, ${at} from ${rows}`,
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
