import { ONE, parsePercentage, percentageOf } from "../../money/exact"
import type { CommissionRuleRecord } from "../../modules/commission/types"
import type { TaxFraction } from "./close-line"
import { baseOf, sumOf, type FeePart } from "./fee-part"
import type { RatedLine } from "./order-parts"
import { spread } from "./spread"

/** A shipping method; amounts in minor units, `net` after seller-funded discounts. */
export type ShippingLine = { id: string; net: bigint; tax: bigint }

type RulePart = { rule: CommissionRuleRecord; part: FeePart }

export type ShippingParts = {
  parts: FeePart[]
  /** The rule with the largest part; null when none charges shipping. */
  rule: CommissionRuleRecord | null
  tax: TaxFraction
}

/**
 * The shipping of an order belongs to the lines it ships, by their nets, and
 * each part pays the shipping rate of its line's rule.
 *
 * @param shipped - The item lines that any rule won; `unrated` those that none did.
 */
export function partsOfShipping(
  shipping: ShippingLine,
  shipped: RatedLine[],
  unrated: { net: bigint }[]
): ShippingParts {
  const weights = [...shipped, ...unrated].map(({ net }) => net)
  if (weights.length === 0) {
    return { parts: [], rule: null, tax: NO_TAX }
  }
  const nets = spread(shipping.net, weights)
  const taxes = spread(shipping.tax, weights)
  const bases = new Map<CommissionRuleRecord, bigint>()
  shipped.forEach(({ rule }, index) => {
    const own = { net: nets[index] ?? 0n, tax: taxes[index] ?? 0n }
    bases.set(rule, (bases.get(rule) ?? 0n) + baseOf(own, rule.rate))
  })
  const rated = [...bases].flatMap(([rule, base]) => partOfRule(rule, base))
  return {
    parts: rated.map(({ part }) => part),
    rule: largest(rated),
    tax: taxFraction(rated),
  }
}

function partOfRule(rule: CommissionRuleRecord, base: bigint): RulePart[] {
  const percentage = rule.rate.shipping_percentage
  if (percentage === undefined) {
    return []
  }
  const amount = percentageOf(base * ONE, percentage)
  const of = { rule_id: rule.id, percentage }
  return [{ rule, part: { type: "shipping", amount, of } }]
}

function largest(rated: RulePart[]): CommissionRuleRecord | null {
  const [first] = [...rated].sort((left, right) =>
    left.part.amount === right.part.amount
      ? left.rule.id.localeCompare(right.rule.id)
      : left.part.amount > right.part.amount
        ? -1
        : 1
  )
  return first?.rule ?? null
}

/** Several rules tax their parts differently: their mean by amount. */
function taxFraction(rated: RulePart[]): TaxFraction {
  const sum = sumOf(rated.map(({ part }) => part))
  if (sum === 0n) {
    return NO_TAX
  }
  return {
    numerator: rated.reduce(
      (taxed, { rule, part }) =>
        taxed + part.amount * taxOfRule(rule).numerator,
      0n
    ),
    denominator: sum * PERCENT,
  }
}

const PERCENT = 10n ** 8n

export const NO_TAX: TaxFraction = { numerator: 0n, denominator: 1n }

/** The tax that a rule puts on its fees. */
export function taxOfRule({ rate }: CommissionRuleRecord): TaxFraction {
  return {
    numerator: parsePercentage(rate.fee_tax_percentage ?? "0"),
    denominator: PERCENT,
  }
}
