import { fromMinorUnits } from "../../money/minor-units"
import { formatExact } from "../../money/exact"
import type { CommissionRuleRecord } from "../../modules/commission/types"
import type { Closed } from "./close-line"
import type { Currency, FeePart } from "./fee-part"
import type { LostBy, Resolution } from "./resolve-rule"

type RuleName = { id: string; version: number; name: string }

/**
 * Why a line is charged what it is: plain JSON, kept with the line for ever.
 * Amounts are decimal text in major units; those of `components` are exact, and
 * with `rounding` they sum to `commission`.
 */
export type Explain = {
  currency_code: string
  /** null = nothing is charged, as no rule fits and the default rule is off. */
  rule: RuleName | null
  /** Rules that fit, by precedence, at most ten of `candidates_count`. */
  candidates: (RuleName & {
    priority: number
    matched: Record<string, string>
    lost_by: LostBy | null
  })[]
  candidates_count: number
  base: { gross: string; discount_seller: string; net: string; tax: string }
  components: ({ type: FeePart["type"]; amount: string } & Record<
    string,
    string
  >)[]
  rounding: string
  rounding_mode: "half_even"
  commission: string
  fee_tax: string
}

type ToExplain = {
  currency: Currency
  rule: CommissionRuleRecord | null
  resolution: Pick<Resolution, "candidates" | "candidates_count">
  base: { gross: bigint; discount_seller: bigint; net: bigint; tax: bigint }
  closed: Closed
}

export function explainLine(line: ToExplain): Explain {
  const { currency, rule, resolution, base, closed } = line
  const money = (minor: bigint) => fromMinorUnits(minor, currency.digits)
  return {
    currency_code: currency.code,
    rule: rule && nameOf(rule),
    candidates: resolution.candidates.map((candidate) => ({
      ...nameOf(candidate.rule),
      priority: candidate.rule.priority,
      matched: candidate.matched,
      lost_by: candidate.lost_by,
    })),
    candidates_count: resolution.candidates_count,
    base: {
      gross: money(base.gross),
      discount_seller: money(base.discount_seller),
      net: money(base.net),
      tax: money(base.tax),
    },
    components: closed.parts.map(({ type, amount, of }) => ({
      ...of,
      type,
      amount: formatExact(amount, currency.digits),
    })),
    rounding: formatExact(closed.rounding, currency.digits),
    rounding_mode: "half_even",
    commission: money(closed.commission),
    fee_tax: money(closed.fee_tax),
  }
}

function nameOf({ id, version, name }: CommissionRuleRecord): RuleName {
  return { id, version, name }
}
