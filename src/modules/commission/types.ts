/**
 * What a rule can ask of a line, in order of precedence: a rule that names the
 * product beats one that names the seller, and so on.
 */
export const commissionDimensions = [
  "product",
  "seller",
  "product_type",
  "product_category",
  "product_collection",
  "sales_channel",
  "currency",
] as const
export type CommissionDimension = (typeof commissionDimensions)[number]

/**
 * Ids (for `currency`: lower-case codes) per dimension. A line must fit every
 * dimension that is there, by any of its values; a category also stands for
 * all categories below it.
 */
export type CommissionConditions = Partial<
  Record<CommissionDimension, string[]>
>

/** Major units as decimal text by lower-case currency code: `{ eur: "0.30" }`. */
export type Amounts = Record<string, string>

/** What an amount is charged for. */
export const feeUnits = ["unit", "line", "order"] as const
export type FeeUnit = (typeof feeUnits)[number]

/** A floor or a ceiling of a fee. */
export type FeeBound = { per: FeeUnit; amounts: Amounts }

/** Up to `up_to` (inclusive; null = without end) of what the tiers look at. */
export type FeeTier = {
  up_to: Amounts | null
  /** 0–100 as decimal text. */
  percentage?: string
  fixed?: Amounts
}

type OfBase = {
  /** Overrides the rate's own `include_tax`. */
  include_tax?: boolean
  /** Bounds of this component alone; never per order. */
  min?: FeeBound
  max?: FeeBound
}

/** A part of the base, 0–100 as decimal text. */
export type PercentageComponent = OfBase & {
  type: "percentage"
  percentage: string
}

export type FixedComponent = {
  type: "fixed"
  per: FeeUnit
  amounts: Amounts
  /**
   * Per order only: components of any rules with the same name are charged
   * once per order, the highest amount, over the lines of all of them. Without
   * a name each rule charges its own.
   */
  shared_as?: string
}

export type TiersComponent = OfBase & {
  type: "tiers"
  /** `band`: the tier that is reached rates everything. `slice`: each tier rates its own part, as tax brackets do. */
  mode: "band" | "slice"
  /** What is compared with `up_to`: the base of one unit, of the line, or of all lines of the order under this rule. */
  of: FeeUnit
  tiers: FeeTier[]
}

export type FeeComponent = PercentageComponent | FixedComponent | TiersComponent

/** How a fee is made: the sum of its components, within bounds, rounded once. */
export type CommissionRate = {
  components: FeeComponent[]
  /** The base is the line after seller-funded discounts, with its tax or without. */
  include_tax: boolean
  min?: FeeBound
  max?: FeeBound
  /** Part of the shipping that belongs to the line, 0–100 as decimal text. Default: shipping is free of commission. */
  shipping_percentage?: string
  /** Tax on the fee itself, 0–100 as decimal text; charged on top of it. */
  fee_tax_percentage?: string
  /** Without it fee and fee tax together never exceed the line without tax. */
  allow_above_line?: boolean
}

/** A rule as it is stored and frozen in its versions. */
export type CommissionRuleContent = {
  name: string
  is_default: boolean
  is_active: boolean
  /** Higher wins, before all else. */
  priority: number
  effective_from: Date | null
  /** Exclusive. */
  effective_to: Date | null
  conditions: CommissionConditions
  rate: CommissionRate
}

export type CommissionRuleRecord = CommissionRuleContent & {
  id: string
  version: number
}

/** Every rule at one moment; `version` grows with each change of any rule. */
export type TariffRecord = { version: number; rules: CommissionRuleRecord[] }

/** The migration makes this rule; it can be changed and switched off, never deleted. */
export const DEFAULT_RULE_ID = "crul_default"
