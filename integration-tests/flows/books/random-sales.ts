import fc from "fast-check"
import type { App } from "../../app"
import { rows } from "../../rows"

/** Amounts in minor units. */
export type RandomLine = {
  gross: number
  discount_seller: number
  discount_platform: number
  tax: number
  commission: number
  commission_tax: number
  product: number
  quantity: number
}

export type RandomOrder = {
  id: string
  seller: string
  currency: string
  at: Date
  canceled: boolean
  lines: RandomLine[]
  refunds: { at: Date; amount: number; commission: number }[]
}

export type RandomSales = {
  orders: RandomOrder[]
  payouts: { seller: string; currency: string; at: Date; amount: number }[]
  carts: { sellers: string[]; at: Date; bought: boolean }[]
}

const digits: Record<string, number> = { eur: 2, jpy: 0, kwd: 3 }

// Summer time ends in Berlin on the 25th of October and in New York a week later.
const moment = fc
  .integer({
    min: Date.parse("2026-10-18T00:00:00Z") / 1000,
    max: Date.parse("2026-11-12T00:00:00Z") / 1000,
  })
  .map((seconds) => new Date(seconds * 1000))
const currency = fc.constantFrom(...Object.keys(digits))
const upTo = (max: number) => fc.integer({ min: 0, max })

const line: fc.Arbitrary<RandomLine> = fc
  .tuple(upTo(1_000_000), upTo(100), upTo(100), upTo(300_000), upTo(100))
  .chain(([gross, own, platforms, tax, rate]) =>
    fc.record({
      gross: fc.constant(gross + 200),
      discount_seller: fc.constant(own),
      discount_platform: fc.constant(platforms),
      tax: fc.constant(tax),
      commission: fc.constant(Math.floor((gross * rate) / 200)),
      commission_tax: fc.constant(Math.floor((gross * rate) / 1000)),
      product: upTo(3),
      quantity: fc.integer({ min: 1, max: 9 }),
    })
  )

/** Random sales of some sellers over three weeks and two ends of summer time. */
export function randomSales(
  sellers: string[],
  { seed, orders }: { seed: number; orders: number }
): RandomSales {
  const seller = fc.constantFrom(...sellers)
  const refund = fc.record({
    at: moment,
    amount: fc.integer({ min: 1, max: 100 }),
    commission: upTo(50),
  })
  const order = fc.record({
    ...{ seller, currency, at: moment },
    canceled: upTo(6).map((n) => n === 0),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    refunds: fc.array(refund, { maxLength: 2 }),
  })
  const payout = fc.record({
    ...{ seller, currency, at: moment },
    amount: fc.integer({ min: 1, max: 9_999_999 }),
  })
  const cart = fc.record({
    ...{ at: moment, bought: fc.boolean() },
    sellers: fc.uniqueArray(seller, { minLength: 1 }),
  })
  const sample = <T>(of: fc.Arbitrary<T>, numRuns: number) =>
    fc.sample(of, { seed, numRuns })
  return {
    orders: sample(order, orders).map((one, n) => ({
      ...one,
      id: `order_random_${n}`,
    })),
    payouts: sample(payout, 30),
    carts: sample(cart, orders),
  }
}

/** Puts them into Medusa's and our tables, past every workflow. */
export async function keepSales(app: App, sales: RandomSales): Promise<void> {
  const lines = sales.orders.flatMap(linesOf)
  const refunds = sales.orders.flatMap(refundsOf)
  const json = async (sql: string, of: object) =>
    await rows(app, sql, [JSON.stringify(of)])
  await json(
    `insert into "order" (id, version, status, currency_code, created_at, updated_at)
     select id, 1, (case when canceled then 'canceled' else 'pending' end)::order_status_enum, currency, at, at
     from jsonb_to_recordset($1::jsonb) as r(id text, canceled boolean, currency text, at timestamptz)`,
    sales.orders
  )
  await json(
    `insert into order_line_item (id, title, product_title, product_id, unit_price, raw_unit_price)
     select line_id, 'x', 'Product ' || product, product_id, 1, '{"value":"1"}'
     from jsonb_to_recordset($1::jsonb) as r(line_id text, product text, product_id text)`,
    lines
  )
  const counts = ["fulfilled", "shipped", "delivered", "return_requested"]
    .concat("return_received", "return_dismissed", "written_off")
    .map((name) => `${name}_quantity`)
  await json(
    `insert into order_item (id, order_id, version, item_id, quantity, raw_quantity,
       ${counts.map((name) => `${name}, raw_${name}`).join(", ")})
     select 'it_' || line_id, order_id, 1, line_id, quantity, jsonb_build_object('value', quantity::text),
       ${counts.map(() => `0, '{"value":"0"}'::jsonb`).join(", ")}
     from jsonb_to_recordset($1::jsonb) as r(line_id text, order_id text, quantity int)`,
    lines
  )
  await json(
    `insert into settlement_line (id, order_id, seller_id, line_type, line_id, currency_code, gross,
       discount_seller, discount_platform, tax, commission, commission_tax, net)
     select 'sl_' || line_id, order_id, seller, 'item', line_id, currency, gross, discount_seller,
       discount_platform, tax, commission, commission_tax, gross - discount_seller - commission - commission_tax
     from jsonb_to_recordset($1::jsonb) as r(line_id text, order_id text, seller text, currency text,
       gross numeric, discount_seller numeric, discount_platform numeric, tax numeric, commission numeric,
       commission_tax numeric)`,
    lines
  )
  await json(
    `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id, created_at)
     select 'tx_' || id, order_id, 1, -major, jsonb_build_object('value', (-major)::text), currency, 'refund', id, at
     from jsonb_to_recordset($1::jsonb) as r(id text, order_id text, major numeric, currency text, at timestamptz)`,
    refunds
  )
  await json(
    `insert into refund_allocation (id, refund_id, order_id, line_type, line_id, policy, amount, tax, commission_reversed, commission_tax_reversed, created_at)
     select 'al_' || id, id, order_id, 'item', line_id, 'proportional', amount, 0, commission, 1, at
     from jsonb_to_recordset($1::jsonb) as r(id text, order_id text, line_id text, amount numeric, commission numeric, at timestamptz)`,
    refunds
  )
  await json(
    `insert into payout (id, seller_id, currency_code, scale, amount, status, provider_id, provider_ref, idempotency_key, period, through_version, paid_at)
     select 'pout_' || n, seller, currency, 2, amount, 'paid', 'manual', n, n, n, 1, at
     from jsonb_to_recordset($1::jsonb) as r(n text, seller text, currency text, amount numeric, at timestamptz)`,
    sales.payouts.map((one, n) => ({ ...one, n: String(n) }))
  )
  await json(
    `insert into marketplace_order_seller (id, order_id, seller_id)
     select 'l_' || id, id, seller from jsonb_to_recordset($1::jsonb) as r(id text, seller text)`,
    sales.orders
  )
  await keepCarts(app, sales)
}

async function keepCarts(app: App, { carts }: RandomSales): Promise<void> {
  const kept = carts.map((cart, n) => ({ ...cart, id: `cart_random_${n}` }))
  await rows(
    app,
    `with r as (select * from jsonb_to_recordset($1::jsonb) as r(id text, at timestamptz, bought boolean, sellers jsonb)),
     carts as (insert into cart (id, currency_code, created_at, completed_at)
       select id, 'eur', at, case when bought then at end from r),
     products as (insert into marketplace_product_seller (id, product_id, seller_id)
       select 'pl_' || seller, 'prod_' || seller, seller
       from (select distinct jsonb_array_elements_text(sellers) as seller from r) s)
     insert into cart_line_item (id, cart_id, title, quantity, unit_price, raw_unit_price, product_id)
     select 'cl_' || id || seller || n, id, 'x', 1, 1, '{"value":"1"}', 'prod_' || seller
     from r, jsonb_array_elements_text(sellers) seller, generate_series(1, 2) n`,
    [JSON.stringify(kept)]
  )
}

const linesOf = ({ id, seller, currency, lines }: RandomOrder) =>
  lines.map((line, n) => ({
    ...line,
    ...{ seller, currency, order_id: id, line_id: `${id}_${n}` },
    product_id: `prod_${seller}_${line.product}`,
  }))

const refundsOf = ({ id, currency, refunds }: RandomOrder) =>
  refunds.map((refund, n) => ({
    ...refund,
    ...{ id: `${id}_r${n}`, order_id: id, line_id: `${id}_0`, currency },
    major: major(currency, refund.amount),
  }))

/** Minor units in what HTTP speaks. */
export const major = (currency: string, amount: number): number =>
  Number((amount / 10 ** (digits[currency] ?? 2)).toFixed(3))
