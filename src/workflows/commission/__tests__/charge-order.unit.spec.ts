import fc from "fast-check"
import { parseDecimal } from "../../../money/decimal"
import type {
  CommissionRate,
  FeeComponent,
  FeeTier,
} from "../../../modules/commission/types"
import { chargeOrder, type Charge, type OrderToCharge } from "../charge-order"
import { itemOf, moneyOf, orderOf, ruleOf } from "./orders"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
console.info(`commission charges: SEED=${seed}`)

const fixedPerOrder = (amount: string, shared_as?: string): FeeComponent => ({
  type: "fixed",
  per: "order",
  amounts: { eur: amount },
  ...(shared_as ? { shared_as } : {}),
})
const commissions = (charges: Charge[]) =>
  charges.map(({ commission }) => commission)
const sum = (parts: bigint[]) => parts.reduce((left, part) => left + part, 0n)

describe("what an order is charged", () => {
  it("explains a line so that a person can add it up", () => {
    const rule = ruleOf({
      id: "crul_shoes",
      version: 3,
      name: "Shoes",
      rate: {
        components: [
          { type: "percentage", percentage: "12.5" },
          fixedPerOrder("0.30"),
        ],
        fee_tax_percentage: "19",
      },
    })
    const [charge] = chargeOrder(
      orderOf([
        itemOf(rule, { id: "a", gross: "10.00", discount: "0.02", tax: "1.9" }),
      ])
    )
    expect(charge).toEqual({
      line_type: "item",
      line_id: "a",
      rule_id: "crul_shoes",
      rule_version: 3,
      commission: 155n,
      fee_tax: 29n,
      explain: {
        currency_code: "eur",
        rule: { id: "crul_shoes", version: 3, name: "Shoes" },
        candidates: [
          {
            id: "crul_shoes",
            version: 3,
            name: "Shoes",
            priority: 0,
            matched: {},
            lost_by: null,
          },
        ],
        candidates_count: 1,
        base: {
          gross: "10.00",
          discount_seller: "0.02",
          net: "9.98",
          tax: "1.90",
        },
        components: [
          { type: "percentage", percentage: "12.5", amount: "1.2475" },
          { type: "fixed", per: "order", amount: "0.3" },
        ],
        rounding: "0.0025",
        rounding_mode: "half_even",
        commission: "1.55",
        fee_tax: "0.29",
      },
    })
  })

  it("charges an order fee once per rule, or once for all rules that share its name", () => {
    const own = (id: string, amount: string) =>
      ruleOf({ id, rate: { components: [fixedPerOrder(amount)] } })
    const shared = (id: string, amount: string) =>
      ruleOf({ id, rate: { components: [fixedPerOrder(amount, "handling")] } })
    const order = (left: typeof own, right = left) =>
      commissions(
        chargeOrder(
          orderOf([
            itemOf(left("crul_a", "0.30"), { id: "1", gross: "30" }),
            itemOf(right("crul_b", "0.50"), { id: "2", gross: "10" }),
            itemOf(right("crul_b", "0.50"), { id: "3", gross: "10" }),
          ])
        )
      )
    expect(order(own)).toEqual([30n, 25n, 25n])
    expect(order(shared)).toEqual([30n, 10n, 10n])
    expect(order(own, shared)).toEqual([30n, 25n, 25n])
  })

  it("never takes more than the line, tax on the fee included, unless the rate allows it", () => {
    const rate = {
      components: [fixedPerOrder("2")],
      fee_tax_percentage: "19",
    }
    const charged = (allow_above_line: boolean) => {
      const rule = ruleOf({ rate: { ...rate, allow_above_line } })
      const item = itemOf(rule, { id: "a", gross: "1.00" })
      return chargeOrder(orderOf([item])).map((charge) => [
        charge.commission,
        charge.fee_tax,
        charge.explain.components.map(({ amount }) => amount),
      ])
    }
    expect(charged(false)).toEqual([[84n, 16n, ["2", "-1.16"]]])
    expect(charged(true)).toEqual([[200n, 38n, ["2"]]])
  })

  it("charges each part of the shipping by the rule of the line that it ships", () => {
    const books = ruleOf({
      id: "crul_books",
      rate: { shipping_percentage: "10" },
    })
    const shoes = ruleOf({
      id: "crul_shoes",
      rate: { shipping_percentage: "20", fee_tax_percentage: "10" },
    })
    const free = ruleOf({ id: "crul_free" })
    const items = [
      itemOf(books, { id: "1", gross: "30" }),
      itemOf(shoes, { id: "2", gross: "10" }),
      itemOf(free, { id: "3", gross: "10" }),
      itemOf(null, { id: "4", gross: "50" }),
    ]
    const ship = (item_ids: string[] | null) =>
      chargeOrder(
        orderOf(items, {
          shipping: [{ id: "s", item_ids, ...moneyOf({ gross: "10" }) }],
        })
      ).slice(-1)
    expect(ship(null)).toMatchObject([
      {
        line_type: "shipping",
        rule_id: "crul_books",
        commission: 50n,
        fee_tax: 2n,
        explain: {
          components: [
            { type: "shipping", rule_id: "crul_books", amount: "0.3" },
            { type: "shipping", rule_id: "crul_shoes", amount: "0.2" },
          ],
        },
      },
    ])
    expect(ship(["2"])).toMatchObject([{ commission: 200n, fee_tax: 20n }])
    expect(ship(["4"])).toMatchObject([{ commission: 0n, rule_id: null }])
  })

  it("shows that the default rule lacks an amount instead of hiding it", () => {
    const rule = ruleOf({ rate: { components: [fixedPerOrder("1")] } })
    const [charge] = chargeOrder(
      orderOf([itemOf(rule, { id: "a", gross: "500", currency: "jpy" })], {
        currency: { code: "jpy", digits: 0 },
      })
    )
    expect(charge?.commission).toBe(0n)
    expect(charge?.explain.components).toEqual([
      { type: "fixed", missing: "no amount in jpy", amount: "0" },
    ])
  })
})

const percentage = fc
  .integer({ min: 0, max: 100_000_000 })
  .map(
    (steps) =>
      `${Math.floor(steps / 1e6)}.${String(steps % 1e6).padStart(6, "0")}`
  )
  .map((text) => (Number(text) > 100 ? "100" : text))
const amounts = fc
  .integer({ min: 0, max: 5000 })
  .map((cents) => ({ eur: (cents / 100).toFixed(2) }))
const unit = fc.constantFrom("unit" as const, "line" as const, "order" as const)
const bound = fc.option(fc.record({ per: unit, amounts }), { nil: undefined })
const tiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 3 })
  .chain((limits) =>
    fc.tuple(
      ...[...limits.sort((a, b) => a - b), null].map((limit) =>
        fc.record<FeeTier>({
          up_to: fc.constant(limit === null ? null : { eur: `${limit}` }),
          percentage,
          fixed: amounts,
        })
      )
    )
  )
const component = fc.oneof<fc.Arbitrary<FeeComponent>[]>(
  fc.record({
    type: fc.constant("percentage" as const),
    percentage,
    include_tax: fc.boolean(),
  }),
  fc.record({ type: fc.constant("fixed" as const), per: unit, amounts }),
  fc.record({
    type: fc.constant("tiers" as const),
    mode: fc.constantFrom("band" as const, "slice" as const),
    of: unit,
    tiers,
  })
)
const rate = fc.record<CommissionRate>({
  components: fc.array(component, { maxLength: 4 }),
  include_tax: fc.boolean(),
  min: bound,
  max: bound,
  shipping_percentage: fc.option(percentage, { nil: undefined }),
  fee_tax_percentage: fc.option(percentage, { nil: undefined }),
  allow_above_line: fc.boolean(),
})
const money = fc.record({
  gross: fc.bigInt({ min: 0n, max: 100_000n }),
  discount_seller: fc.bigInt({ min: 0n, max: 200n }),
  tax: fc.bigInt({ min: 0n, max: 20_000n }),
})
const order: fc.Arbitrary<OrderToCharge> = fc
  .tuple(
    fc.array(rate, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(money, fc.integer({ min: 1, max: 9 }), fc.nat(3)), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.array(money, { maxLength: 2 })
  )
  .map(([rates, lines, shipping]) => {
    const rules = rates.map((rate, index) =>
      ruleOf({ id: `crul_${index}`, rate })
    )
    return orderOf(
      lines.map(([money, quantity, rule], index) => ({
        ...itemOf(rules[rule] ?? null, { id: `item_${index}`, gross: "0" }),
        ...money,
        quantity,
      })),
      {
        shipping: shipping.map((money, index) => ({
          id: `ship_${index}`,
          item_ids: null,
          ...money,
        })),
      }
    )
  })

describe("any rate on any order", () => {
  it("is never negative nor above the line, adds up, and does not depend on the order of lines", () => {
    fc.assert(
      fc.property(order, fc.nat(7), (order, turn) => {
        const charges = chargeOrder(order)
        for (const charge of charges) {
          expectSound(order, charge)
        }
        const { items } = order
        const turned = chargeOrder({
          ...order,
          items: [...items.slice(turn), ...items.slice(0, turn)].reverse(),
        })
        for (const charge of charges) {
          expect(
            turned.find(({ line_id }) => line_id === charge.line_id)
          ).toEqual(charge)
        }
        expect(sum(commissions(turned))).toBe(sum(commissions(charges)))
      }),
      { seed, numRuns: 400 }
    )
  })
})

const EXACT = 16

function expectSound(order: OrderToCharge, charge: Charge): void {
  const { explain, commission, fee_tax } = charge
  expect(commission >= 0n && fee_tax >= 0n).toBe(true)
  const item = order.items.find(({ id }) => id === charge.line_id)
  if (!item?.resolution.winner?.rate.allow_above_line) {
    const net = parseDecimal(explain.base.net, 2)
    expect(commission + fee_tax <= net).toBe(true)
  }
  const parts = explain.components.map(({ amount }) =>
    parseDecimal(amount, EXACT)
  )
  const rounding = parseDecimal(explain.rounding, EXACT)
  const half = parseDecimal("0.005", EXACT)
  expect(sum(parts) + rounding).toBe(parseDecimal(explain.commission, EXACT))
  expect(rounding <= half && rounding >= -half).toBe(true)
  expect(parseDecimal(explain.commission, 2)).toBe(commission)
}
