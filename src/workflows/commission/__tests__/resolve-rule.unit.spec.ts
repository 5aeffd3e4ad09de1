import fc from "fast-check"
import {
  commissionDimensions,
  type CommissionRuleRecord,
} from "../../../modules/commission/types"
import { resolveRule, type LineFacts } from "../resolve-rule"
import { compileTariff } from "../tariff"
import { ruleOf } from "./orders"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
console.info(`commission rules: SEED=${seed}`)

const facts: LineFacts = {
  seller: "sel_1",
  product: "prod_1",
  product_type: "ptyp_1",
  product_collection: "pcol_1",
  product_categories: [
    ["pcat_root", "pcat_shoes", "pcat_boots"],
    ["pcat_sale"],
  ],
  sales_channel: "sc_1",
  currency: "eur",
  at: new Date("2026-05-01T12:00:00Z"),
}

const fallback = ruleOf({ id: "crul_0", is_default: true, name: "Default" })

function resolve(rules: CommissionRuleRecord[], line = facts) {
  return resolveRule(compileTariff({ version: 1, rules }), line)
}

/** Ids of the candidates and why each lost. */
const story = (rules: CommissionRuleRecord[], line = facts) =>
  resolve(rules, line).candidates.map(
    ({ rule, lost_by }) => `${rule.id} ${lost_by ?? "wins"}`
  )

describe("which rule wins a line", () => {
  it("ranks by the dimensions in their order, the default rule last", () => {
    const rules = [
      fallback,
      ruleOf({ id: "crul_currency", conditions: { currency: ["eur", "usd"] } }),
      ruleOf({ id: "crul_channel", conditions: { sales_channel: ["sc_1"] } }),
      ruleOf({
        id: "crul_collection",
        conditions: { product_collection: ["pcol_1"] },
      }),
      ruleOf({
        id: "crul_root",
        conditions: { product_category: ["pcat_root"] },
      }),
      ruleOf({
        id: "crul_boots",
        conditions: { product_category: ["pcat_hats", "pcat_boots"] },
      }),
      ruleOf({ id: "crul_type", conditions: { product_type: ["ptyp_1"] } }),
      ruleOf({ id: "crul_seller", conditions: { seller: ["sel_1"] } }),
      ruleOf({
        id: "crul_seller_root",
        conditions: { seller: ["sel_1"], product_category: ["pcat_root"] },
      }),
      ruleOf({
        id: "crul_seller_type",
        conditions: { seller: ["sel_1"], product_type: ["ptyp_1"] },
      }),
      ruleOf({ id: "crul_product", conditions: { product: ["prod_1"] } }),
    ]
    const expected = [
      "crul_product wins",
      ...[
        "crul_seller_type",
        "crul_seller_root",
        "crul_seller",
        "crul_type",
        "crul_boots",
        "crul_root",
        "crul_collection",
        "crul_channel",
        "crul_currency",
      ].map((id) => `${id} specificity`),
    ]
    expect(story(rules)).toEqual(expected)
    expect(story([...rules].reverse())).toEqual(expected)
    expect(resolve(rules).candidates_count).toBe(11)
    expect(story(rules.slice(0, 3)).at(-1)).toBe("crul_0 specificity")
    expect(resolve(rules).candidates[5]?.matched).toEqual({
      product_category: "pcat_boots",
    })
  })

  it("asks for every dimension, any value of each, and passes over what does not fit", () => {
    const miss = (conditions: CommissionRuleRecord["conditions"]) =>
      story([fallback, ruleOf({ id: "crul_x", conditions })])
    const only = ["crul_0 wins"]
    expect(miss({ seller: ["sel_2"] })).toEqual(only)
    expect(miss({ seller: ["sel_1"], currency: ["usd"] })).toEqual(only)
    expect(miss({ product_category: ["pcat_hats"] })).toEqual(only)
    expect(miss({ seller: ["sel_2", "sel_1"], product: ["prod_1"] })[0]).toBe(
      "crul_x wins"
    )
    const bare: LineFacts = {
      ...facts,
      seller: null,
      product: null,
      product_categories: [],
    }
    const rules = [
      fallback,
      ruleOf({ id: "crul_x", conditions: { seller: ["sel_1"] } }),
    ]
    expect(story(rules, bare)).toEqual(only)
  })

  it("lets priority beat specificity, a later start an earlier one, an older rule a newer one", () => {
    const seller = { seller: ["sel_1"] }
    expect(
      story([
        fallback,
        ruleOf({ id: "crul_b", conditions: seller }),
        ruleOf({ id: "crul_a", conditions: seller }),
        ruleOf({
          id: "crul_campaign",
          conditions: seller,
          effective_from: new Date("2026-04-01"),
          effective_to: new Date("2026-06-01"),
        }),
        ruleOf({ id: "crul_late", priority: -1, conditions: seller }),
      ])
    ).toEqual([
      "crul_campaign wins",
      "crul_a start",
      "crul_b start",
      "crul_late priority",
      "crul_0 specificity",
    ])
    expect(
      story([
        ruleOf({ id: "crul_all", priority: 1 }),
        ruleOf({ id: "crul_product", conditions: { product: ["prod_1"] } }),
      ])
    ).toEqual(["crul_all wins", "crul_product priority"])
    expect(
      story([
        ruleOf({ id: "crul_a", conditions: seller }),
        ruleOf({ id: "crul_b", conditions: seller }),
      ])
    ).toEqual(["crul_a wins", "crul_b age"])
  })

  it("starts at the instant it begins and ends before the instant it ends", () => {
    const dated = ruleOf({
      effective_from: new Date("2026-05-01T00:00:00Z"),
      effective_to: new Date("2026-06-01T00:00:00Z"),
    })
    const at = (time: string) =>
      resolve([dated], { ...facts, at: new Date(time) }).winner?.id
    expect(at("2026-04-30T23:59:59.999Z")).toBeUndefined()
    expect(at("2026-05-01T00:00:00Z")).toBe("crul_1")
    expect(at("2026-05-31T23:59:59.999Z")).toBe("crul_1")
    expect(at("2026-06-01T00:00:00Z")).toBeUndefined()
  })

  it("passes over a rule without an amount in the currency, and one that is off", () => {
    const fixed = ruleOf({
      id: "crul_usd",
      conditions: { seller: ["sel_1"] },
      rate: {
        components: [{ type: "fixed", per: "line", amounts: { usd: "1" } }],
      },
    })
    expect(story([fallback, fixed])).toEqual([
      "crul_usd no_amount",
      "crul_0 wins",
    ])
    expect(story([fallback, fixed], { ...facts, currency: "usd" })[0]).toBe(
      "crul_usd wins"
    )
    const off = ruleOf({ id: "crul_off", is_active: false })
    expect(story([fallback, off])).toEqual(["crul_0 wins"])
    expect(resolve([{ ...fallback, is_active: false }, off])).toEqual({
      winner: null,
      candidates: [],
      candidates_count: 0,
    })
  })

  it("finds by index what a look at every rule finds", () => {
    const value = fc.constantFrom("a", "b", "c", "d")
    const conditions = fc
      .uniqueArray(fc.constantFrom(...commissionDimensions), { maxLength: 3 })
      .chain((dimensions) =>
        fc
          .array(fc.uniqueArray(value, { minLength: 1, maxLength: 2 }), {
            minLength: dimensions.length,
            maxLength: dimensions.length,
          })
          .map((values) =>
            Object.fromEntries(
              dimensions.map((dimension, index) => [dimension, values[index]])
            )
          )
      )
    const line = fc.record<LineFacts>({
      seller: fc.option(value),
      product: fc.option(value),
      product_type: fc.option(value),
      product_collection: fc.option(value),
      product_categories: fc.array(
        fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
        { maxLength: 2 }
      ),
      sales_channel: fc.option(value),
      currency: value,
      at: fc.constant(facts.at),
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(conditions, fc.integer({ min: -1, max: 1 })), {
          maxLength: 30,
        }),
        line,
        (list, facts) => {
          const rules = list.map(([conditions, priority], index) =>
            ruleOf({ id: `crul_${100 + index}`, conditions, priority })
          )
          const fitting = rules.filter((rule) => fits(rule, facts))
          const found = resolve(rules, facts)
          expect(found.candidates_count).toBe(fitting.length)
          expect(found.candidates[0]?.rule).toBe(best(fitting, facts))
          expect(found.winner).toBe(found.candidates[0]?.rule ?? null)
          expect(resolve([...rules].reverse(), facts)).toEqual(found)
        }
      ),
      { seed, numRuns: 2000 }
    )
  })
})

function fits({ conditions }: CommissionRuleRecord, line: LineFacts): boolean {
  return commissionDimensions.every((dimension) => {
    const wanted = conditions[dimension]
    const has =
      dimension === "product_category"
        ? line.product_categories.flat()
        : [line[dimension]]
    return !wanted || wanted.some((value) => has.includes(value))
  })
}

/** Precedence read from its definition: priority, then the dimensions one by one, then age. */
function best(
  rules: CommissionRuleRecord[],
  line: LineFacts
): CommissionRuleRecord | undefined {
  const depth = (categories: string[] = []) =>
    Math.max(
      0,
      ...line.product_categories.flatMap((path) =>
        path.map((category, index) =>
          categories.includes(category) ? index + 1 : 0
        )
      )
    )
  const rank = ({ priority, conditions }: CommissionRuleRecord) => [
    priority,
    ...commissionDimensions.map((dimension) =>
      dimension === "product_category"
        ? depth(conditions[dimension])
        : Number(dimension in conditions)
    ),
  ]
  return [...rules].sort((left, right) => {
    const rightRank = rank(right)
    const differences = rank(left).map(
      (digit, index) => (rightRank[index] ?? 0) - digit
    )
    return (
      differences.find((difference) => difference !== 0) ??
      left.id.localeCompare(right.id)
    )
  })[0]
}
