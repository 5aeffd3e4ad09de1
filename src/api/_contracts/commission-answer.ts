import {
  commissionDimensions,
  type Amounts,
  type CommissionDimension,
  type CommissionRuleRecord,
  type FeeBound,
  type FeeComponent,
} from "../../modules/commission/types"
import { classicReferences } from "./commission"

/** A stored rule, with what else its row holds. */
export type StoredRule = CommissionRuleRecord & {
  created_at: Date | string
  updated_at: Date | string
}

type PriceSet = { currency_code: string; amount: number }[]

/**
 * A rule as clients read it: the tariff's own words, and beside them the classic
 * ones (`type`, `reference`, `price_set`, …) as far as they can tell it.
 *
 * @param names - Of the ids in its conditions, by dimension.
 */
export function presentRule(
  rule: StoredRule,
  names: Map<string, string>
): Record<string, unknown> {
  const { rate, conditions, is_default } = rule
  const values = commissionDimensions.flatMap((dimension) => {
    const ids = conditions[dimension]
    return ids ? [{ dimension, ids }] : []
  })
  const reference = values.map(({ dimension }) => dimension).join("+")
  const isClassic = classicReferences.some((known) => known === reference)
  const type = typeOf(rule)
  return {
    id: rule.id,
    name: rule.name,
    is_active: rule.is_active,
    is_default,
    priority: rule.priority,
    effective_from: rule.effective_from,
    effective_to: rule.effective_to,
    conditions,
    rate: { ...rate, type: "stack" },
    version: rule.version,
    type,
    reference: is_default ? "site" : isClassic ? reference : "conditions",
    reference_id: isClassic
      ? values.map(({ ids }) => ids.join(",")).join("+")
      : null,
    ref_value: values
      .map(({ ids }) => ids.map((id) => names.get(id) ?? id).join(", "))
      .join(" + "),
    ...classicRate(rule, type),
    created_at: rule.created_at,
    updated_at: rule.updated_at,
  }
}

function classicRate(
  { rate }: StoredRule,
  type: ReturnType<typeof typeOf>
): Record<string, unknown> {
  const [component] = rate.components
  return {
    include_tax: rate.include_tax,
    percentage_rate:
      type === "percentage" && component?.type === "percentage"
        ? Number(component.percentage)
        : null,
    fee_value: rate.components.map(describe).join(" + "),
    price_set_id: null,
    price_set:
      type === "flat" && component?.type === "fixed"
        ? priceSet(component.amounts)
        : [],
    min_price_set: boundSet(rate.min),
    max_price_set: boundSet(rate.max),
  }
}

/** `stack` when the classic words would leave something out. */
function typeOf({ rate }: StoredRule): "percentage" | "flat" | "stack" {
  const [component, ...others] = rate.components
  const isPlain =
    others.length === 0 &&
    rate.shipping_percentage === undefined &&
    rate.fee_tax_percentage === undefined &&
    [rate.min, rate.max].every((bound) => !bound || bound.per === "line")
  if (isPlain && component?.type === "percentage" && isBare(component)) {
    return "percentage"
  }
  return isPlain && component?.type === "fixed" && component.per === "line"
    ? "flat"
    : "stack"
}

function isBare({
  include_tax,
  min,
  max,
}: {
  include_tax?: boolean
  min?: FeeBound
  max?: FeeBound
}): boolean {
  return include_tax === undefined && !min && !max
}

function describe(component: FeeComponent): string {
  switch (component.type) {
    case "percentage":
      return `${component.percentage}%`
    case "fixed":
      return `${Object.entries(component.amounts)
        .map(([currency, amount]) => `${amount} ${currency.toUpperCase()}`)
        .join(" / ")} per ${component.per}`
    case "tiers":
      return `${component.tiers.length} tiers`
  }
}

function boundSet(bound: FeeBound | undefined): PriceSet {
  return bound?.per === "line" ? priceSet(bound.amounts) : []
}

function priceSet(amounts: Amounts): PriceSet {
  return Object.entries(amounts).map(([currency_code, amount]) => ({
    currency_code,
    amount: Number(amount),
  }))
}

/** Ids that a list of rules names, by dimension. */
export function namedIds(
  rules: Pick<StoredRule, "conditions">[],
  dimension: CommissionDimension
): string[] {
  return [
    ...new Set(rules.flatMap(({ conditions }) => conditions[dimension] ?? [])),
  ]
}
