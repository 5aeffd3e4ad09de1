import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { toMinorUnits } from "../../../money/minor-units"
import { minorDigits } from "../../../money/scale"
import type { CommissionRuleRecord } from "../../../modules/commission/types"
import type { NewSettlementLine } from "../../../modules/payout/ledger/settlement-rows"
import { compileTariff } from "../../commission/tariff"
import { settleSet, type SettledCart } from "../settle-set"
import { splitCart } from "../split-cart"
import type { SplitCart } from "../split-cart-types"
import { placedOrders } from "./placed-orders"
import { randomCart } from "./random-cart"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const carts = Number(process.env.CARTS ?? 1_000)
console.info(`settleSet: ${carts} carts, SEED=${seed}`)

const rule: CommissionRuleRecord = {
  id: "crul_default",
  version: 3,
  name: "Default",
  is_default: true,
  is_active: true,
  priority: 0,
  effective_from: null,
  effective_to: null,
  conditions: {},
  rate: {
    include_tax: false,
    components: [{ type: "percentage", percentage: "7.5" }],
    shipping_percentage: "10",
    fee_tax_percentage: "19",
  },
}
const by = {
  tariff: compileTariff({ version: 1, rules: [rule] }),
  at: new Date("2026-01-01T00:00:00Z"),
  tax_remitter: "platform" as const,
}

function totalOf(cart: SplitCart) {
  const { total } = decorateCartTotals(JSON.parse(JSON.stringify(cart)))
  return MathBN.gt(total, 0) ? total : 0
}

function settle(cart: SettledCart) {
  const authorised = totalOf(cart)
  const parts = splitCart(cart, authorised)
  const lines = settleSet({ cart, parts, orders: placedOrders(parts) }, by)
  return { authorised, parts, lines }
}

const charged = (line: NewSettlementLine) =>
  line.gross - line.discount_seller - line.discount_platform + line.tax

const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n)

function check(cart: SplitCart): void {
  const digits = minorDigits(cart.currency_code)
  const { parts, lines } = settle(cart)
  for (const { order, share, seller_key } of parts) {
    const own = lines.filter(({ order_id }) => order_id === order.id)
    const due = toMinorUnits(share, digits)
    const credit = sum(
      order.credit_lines.map(({ amount }) => toMinorUnits(amount, digits))
    )
    const total = sum(own.map(charged))
    const isExact = due > 0n ? total === due + credit : total <= credit
    const ids = new Set(own.map(({ line_id }) => line_id))
    if (!isExact || ids.size !== own.length) {
      throw new Error(`${order.id} comes to ${total}, not ${due} + ${credit}`)
    }
    const lineCount =
      (order.items ?? []).length + (order.shipping_methods ?? []).length
    expect([own.length, seller_key]).toEqual([
      lineCount,
      own[0]?.seller_id ?? "operator",
    ])
  }
  for (const line of lines) {
    const { gross, discount_seller, discount_platform, tax } = line
    const net = gross - discount_seller
    const isSound =
      [gross, discount_seller, discount_platform, tax].every(
        (one) => one >= 0n
      ) && line.commission + line.commission_tax <= (net > 0n ? net : 0n)
    if (!isSound) {
      throw new Error(`a line is ${JSON.stringify(line, text)}`)
    }
  }
}

const text = (_: string, value: unknown) =>
  typeof value === "bigint" ? value.toString() : value

it(`makes lines that sum to the shares and the credit, to the minor unit (seed ${seed})`, () => {
  fc.assert(fc.property(randomCart, check), { seed, numRuns: carts })
})

const line = {
  title: "Bolt",
  requires_shipping: true,
  is_tax_inclusive: false,
  variant: { id: "v", product: { id: "prod_1" } },
}
const bobs = { id: "prod_1", seller: { id: "sel_bob" } }
const cart = (
  items: object[],
  promotions: SettledCart["promotions"] = []
): SettledCart => {
  const made: unknown = {
    id: "cart_1",
    currency_code: "eur",
    items: items.map((item, index) => ({
      ...line,
      product: bobs,
      id: `item_${index}`,
      ...item,
    })),
    shipping_methods: [],
    promotions,
  }
  // The literals above name what a cart must have; the rest is optional.
  return made as SettledCart
}

it("takes 7.5 % of 40.00: 3.00, and 19 % tax on it: 0.57", () => {
  const { lines } = settle(cart([{ quantity: 4, unit_price: 10 }]))
  expect(lines).toMatchObject([
    {
      ...{ seller_id: "sel_bob", line_type: "item", origin: "placement" },
      ...{ gross: 4000n, commission: 300n, commission_tax: 57n },
      ...{ rule_id: "crul_default", rule_version: 3 },
      explain: { commission: "3.00", fee_tax: "0.57" },
    },
  ])
})

it("lets a seller pay for its own promotions, and the platform for all others", () => {
  const adjustments = [
    { amount: 5, promotion_id: "promo_bob", code: "B" },
    { amount: 3, promotion_id: "promo_house", code: "H" },
    { amount: 2, promotion_id: "promo_alice", code: "A" },
    { amount: 1, code: "BY-HAND" },
  ]
  const promotions = [
    { id: "promo_bob", seller: { id: "sel_bob" } },
    { id: "promo_alice", seller: { id: "sel_alice" } },
    { id: "promo_house", seller: null },
  ]
  const sold = { quantity: 4, unit_price: 10, adjustments }
  const { lines } = settle(cart([sold], promotions))
  expect(lines).toMatchObject([
    // 7.5 % of 35.00: a discount of the platform does not lower its commission.
    { discount_seller: 500n, discount_platform: 600n, commission: 262n },
  ])
})

it("charges the operator nothing, and has all its discounts be its own", () => {
  const adjustments = [{ amount: 3, promotion_id: "promo_house", code: "H" }]
  const sold = { quantity: 1, unit_price: 10, adjustments, product: {} }
  const { lines } = settle(cart([sold], [{ id: "promo_house", seller: null }]))
  expect(lines).toMatchObject([
    {
      ...{ seller_id: null, discount_seller: 300n, discount_platform: 0n },
      ...{ commission: 0n, rule_id: null, explain: null },
    },
  ])
})

it("lets the tax take what rounding leaves over, so that prices stay", () => {
  const tax_lines = [{ code: "VAT", rate: 19 }]
  const sold = { quantity: 1, unit_price: 9.99, tax_lines }
  const { lines } = settle(cart([sold, sold, sold]))
  expect(sum(lines.map(charged))).toBe(3566n)
  expect(lines.map(({ gross, tax }) => [gross, tax])).toEqual([
    [999n, 190n],
    [999n, 190n],
    [999n, 189n],
  ])
})
