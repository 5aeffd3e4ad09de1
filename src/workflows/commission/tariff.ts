import {
  commissionDimensions,
  type Amounts,
  type CommissionDimension,
  type CommissionRate,
  type CommissionRuleRecord,
  type TariffRecord,
} from "../../modules/commission/types"

export type Wanted = [CommissionDimension, ReadonlySet<string>]

/** A rule made ready for many look-ups. */
export type CompiledRule = {
  rule: CommissionRuleRecord
  /** What a line must have, the rarest first, so that most rules are dropped at once. */
  wanted: Wanted[]
  /** Of `wanted`, what is still to be checked of a rule found in the index; categories are told apart. */
  unchecked: [
    Exclude<CommissionDimension, "product_category">,
    ReadonlySet<string>,
  ][]
  categories: ReadonlySet<string> | null
  /** Grows with what is wanted, except for the depth of a category, which is the line's. */
  specificity: number
  from: number
  until: number
  /** Currencies with all amounts of the rate; null when it has none, so that every currency will do. */
  currencies: ReadonlySet<string> | null
}

/**
 * The active rules, each found under the values of its rarest dimension: a line
 * meets the few rules that could fit it instead of all.
 */
export type Tariff = {
  version: number
  /** null when it is switched off: lines that no rule fits are free then. */
  fallback: CompiledRule | null
  /** Rules without conditions, e.g. a campaign for everything. */
  anywhere: CompiledRule[]
  byValue: Record<CommissionDimension, Map<string, CompiledRule[]>>
}

/** Compiles all rules; linear in rules and condition values. */
export function compileTariff({ version, rules }: TariffRecord): Tariff {
  const active = rules.filter((rule) => rule.is_active).map(compileRule)
  const frequency = countValues(active)
  const tariff: Tariff = {
    version,
    fallback: active.find(({ rule }) => rule.is_default) ?? null,
    anywhere: [],
    byValue: perDimension(() => new Map()),
  }
  for (const compiled of active) {
    if (compiled.rule.is_default) {
      continue
    }
    compiled.wanted.sort(
      (left, right) => rarity(left, frequency) - rarity(right, frequency)
    )
    const [anchor, ...others] = compiled.wanted
    compiled.unchecked = others.flatMap(([dimension, values]) =>
      dimension === "product_category" ? [] : [[dimension, values]]
    )
    if (!anchor) {
      tariff.anywhere.push(compiled)
      continue
    }
    const [dimension, values] = anchor
    for (const value of values) {
      const found = tariff.byValue[dimension].get(value)
      if (found) {
        found.push(compiled)
      } else {
        tariff.byValue[dimension].set(value, [compiled])
      }
    }
  }
  return tariff
}

function compileRule(rule: CommissionRuleRecord): CompiledRule {
  const { conditions } = rule
  return {
    rule,
    wanted: commissionDimensions.flatMap((dimension): Wanted[] => {
      const values = conditions[dimension]
      return values ? [[dimension, new Set(values)]] : []
    }),
    unchecked: [],
    categories: conditions.product_category
      ? new Set(conditions.product_category)
      : null,
    specificity: specificityOf((dimension) =>
      conditions[dimension] && dimension !== "product_category" ? 1 : 0
    ),
    from: rule.effective_from?.getTime() ?? -Infinity,
    until: rule.effective_to?.getTime() ?? Infinity,
    currencies: commonCurrencies(amountsOf(rule.rate)),
  }
}

/** Every amount table in a rate, with the path of its field. */
export function amountsOf(
  rate: CommissionRate
): { field: string; amounts: Amounts }[] {
  const bounds = (owner: Partial<CommissionRate>, path: string) =>
    (["min", "max"] as const).flatMap((name) => {
      const bound = owner[name]
      return bound
        ? [{ field: `${path}${name}.amounts`, amounts: bound.amounts }]
        : []
    })
  const components = rate.components.flatMap((component, index) => {
    const path = `components.${index}.`
    if (component.type === "fixed") {
      return [{ field: `${path}amounts`, amounts: component.amounts }]
    }
    const tiers = component.type === "tiers" ? component.tiers : []
    return [
      ...bounds(component, path),
      ...tiers.flatMap(({ up_to, fixed }, tier) => [
        ...(up_to
          ? [{ field: `${path}tiers.${tier}.up_to`, amounts: up_to }]
          : []),
        ...(fixed
          ? [{ field: `${path}tiers.${tier}.fixed`, amounts: fixed }]
          : []),
      ]),
    ]
  })
  return [...components, ...bounds(rate, "")]
}

function commonCurrencies(
  tables: { amounts: Amounts }[]
): ReadonlySet<string> | null {
  const [first, ...others] = tables
  if (!first) {
    return null
  }
  return new Set(
    Object.keys(first.amounts).filter((currency) =>
      others.every(({ amounts }) => amounts[currency] !== undefined)
    )
  )
}

function perDimension<T>(make: () => T): Record<CommissionDimension, T> {
  return {
    product: make(),
    seller: make(),
    product_type: make(),
    product_category: make(),
    product_collection: make(),
    sales_channel: make(),
    currency: make(),
  }
}

type Frequency = Record<CommissionDimension, Map<string, number>>

function countValues(rules: CompiledRule[]): Frequency {
  const frequency: Frequency = perDimension(() => new Map())
  for (const { wanted } of rules) {
    for (const [dimension, values] of wanted) {
      for (const value of values) {
        const counts = frequency[dimension]
        counts.set(value, (counts.get(value) ?? 0) + 1)
      }
    }
  }
  return frequency
}

/** With how many rules a dimension shares its commonest value. */
function rarity([dimension, values]: Wanted, frequency: Frequency): number {
  let most = 0
  for (const value of values) {
    most = Math.max(most, frequency[dimension].get(value) ?? 0)
  }
  return most
}

/** Deeper levels of a category tree count as this one. */
export const MAX_DEPTH = 63

/**
 * One digit per dimension in their order of precedence, as one number: 0 or 1,
 * and up to `MAX_DEPTH` for the category.
 */
function specificityOf(
  digitOf: (dimension: CommissionDimension) => number
): number {
  return commissionDimensions.reduce(
    (sum, dimension) =>
      sum * (dimension === "product_category" ? MAX_DEPTH + 1 : 2) +
      digitOf(dimension),
    0
  )
}

/** What one level of depth adds to a specificity. */
export const DEPTH_STEP = specificityOf((dimension) =>
  dimension === "product_category" ? 1 : 0
)
