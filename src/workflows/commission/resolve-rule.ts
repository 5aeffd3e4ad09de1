import {
  commissionDimensions,
  type CommissionDimension,
  type CommissionRuleRecord,
} from "../../modules/commission/types"
import type { CompiledRule, Tariff } from "./tariff"

/** All that a rule can ask of a line; null where the line has none. */
export type LineFacts = {
  seller: string | null
  product: string | null
  product_type: string | null
  product_collection: string | null
  /** One path per category of the product, from the root down to the category itself. */
  product_categories: string[][]
  sales_channel: string | null
  /** Lower-case code. */
  currency: string
  at: Date
}

/** Why a rule that fits the line did not win. */
export type LostBy = "priority" | "specificity" | "start" | "age" | "no_amount"

/** A rule that fits the line, and by which values. */
export type Candidate = {
  rule: CommissionRuleRecord
  matched: Partial<Record<CommissionDimension, string>>
  /** null for the winner. */
  lost_by: LostBy | null
}

/** `candidates` holds every rule that fits, by precedence, the default rule last. */
export type Resolution = {
  winner: CommissionRuleRecord | null
  candidates: Candidate[]
}

/**
 * Finds the rule of a line. Precedence: higher priority; then the more specific
 * one, comparing the dimensions in their order (a category nearer to the
 * product beats its ancestors); then the one that started later; then the older
 * one. The default rule comes last. A rule without amounts in the line's
 * currency cannot win.
 */
export function resolveRule(tariff: Tariff, facts: LineFacts): Resolution {
  const matches = findMatches(tariff, facts).sort(compareMatches)
  const { fallback } = tariff
  if (fallback) {
    matches.push({
      compiled: fallback,
      matched: {},
      specificity: -1,
      payable: true,
    })
  }
  const winner = matches.find(({ payable }) => payable)
  return {
    winner: winner?.compiled.rule ?? null,
    candidates: matches.map((match) => ({
      rule: match.compiled.rule,
      matched: match.matched,
      lost_by: winner && match !== winner ? lostBy(match, winner) : null,
    })),
  }
}

type Match = {
  compiled: CompiledRule
  matched: Candidate["matched"]
  specificity: number
  payable: boolean
}

function findMatches(tariff: Tariff, facts: LineFacts): Match[] {
  const depths = categoryDepths(facts)
  const at = facts.at.getTime()
  const seen = new Set<CompiledRule>()
  const matches: Match[] = []
  const consider = (rules: CompiledRule[] | undefined) => {
    for (const compiled of rules ?? []) {
      if (compiled.from <= at && at < compiled.until && !seen.has(compiled)) {
        seen.add(compiled)
        const match = matchRule(compiled, facts, depths)
        if (match) {
          matches.push(match)
        }
      }
    }
  }
  for (const dimension of commissionDimensions) {
    const byValue = tariff.byValue[dimension]
    if (byValue.size === 0) {
      continue
    }
    if (dimension === "product_category") {
      depths.forEach((_, category) => consider(byValue.get(category)))
    } else {
      const value = facts[dimension]
      consider(value === null ? undefined : byValue.get(value))
    }
  }
  consider(tariff.anywhere)
  return matches
}

/** How deep below its root each category of the product and each ancestor lies; the root is 1. */
function categoryDepths(facts: LineFacts): Map<string, number> {
  const depths = new Map<string, number>()
  for (const path of facts.product_categories) {
    path.forEach((category, index) => {
      depths.set(category, Math.max(depths.get(category) ?? 0, index + 1))
    })
  }
  return depths
}

/** One digit per dimension, in their order, as a number in this base: deeper categories count more. */
const DEPTHS = 64

function matchRule(
  compiled: CompiledRule,
  facts: LineFacts,
  depths: Map<string, number>
): Match | null {
  const matched: Candidate["matched"] = {}
  let depth = 0
  for (const [dimension, values] of compiled.wanted) {
    if (dimension === "product_category") {
      const deepest = deepestOf(values, depths)
      if (!deepest) {
        return null
      }
      matched.product_category = deepest.category
      depth = deepest.depth
    } else {
      const value = facts[dimension]
      if (value === null || !values.has(value)) {
        return null
      }
      matched[dimension] = value
    }
  }
  return {
    compiled,
    matched,
    specificity: specificityOf(matched, depth),
    payable: compiled.currencies?.has(facts.currency) ?? true,
  }
}

function deepestOf(
  values: ReadonlySet<string>,
  depths: Map<string, number>
): { category: string; depth: number } | null {
  let deepest: { category: string; depth: number } | null = null
  for (const [category, depth] of depths) {
    if (depth > (deepest?.depth ?? 0) && values.has(category)) {
      deepest = { category, depth }
    }
  }
  return deepest
}

function specificityOf(matched: Candidate["matched"], depth: number): number {
  return commissionDimensions.reduce((sum, dimension) => {
    const step = dimension === "product_category" ? DEPTHS : 2
    const digit =
      dimension === "product_category"
        ? Math.min(depth, DEPTHS - 1)
        : Number(matched[dimension] !== undefined)
    return sum * step + digit
  }, 0)
}

function compareMatches(left: Match, right: Match): number {
  return (
    right.compiled.rule.priority - left.compiled.rule.priority ||
    right.specificity - left.specificity ||
    compareStarts(right.compiled.from, left.compiled.from) ||
    (left.compiled.rule.id < right.compiled.rule.id ? -1 : 1)
  )
}

/** Not by subtraction: two rules without a start both have -Infinity. */
function compareStarts(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1
}

function lostBy(match: Match, winner: Match): LostBy {
  if (!match.payable) {
    return "no_amount"
  }
  if (match.compiled.rule.is_default) {
    return "specificity"
  }
  if (match.compiled.rule.priority !== winner.compiled.rule.priority) {
    return "priority"
  }
  if (match.specificity !== winner.specificity) {
    return "specificity"
  }
  return match.compiled.from === winner.compiled.from ? "age" : "start"
}
