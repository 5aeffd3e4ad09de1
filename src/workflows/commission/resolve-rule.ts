import {
  commissionDimensions,
  type CommissionDimension,
  type CommissionRuleRecord,
} from "../../modules/commission/types"
import { DEPTH_STEP, MAX_DEPTH, type CompiledRule, type Tariff } from "./tariff"

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

export type Resolution = {
  winner: CommissionRuleRecord | null
  /** Rules that fit, by precedence, the default rule last; at most ten. */
  candidates: Candidate[]
  candidates_count: number
}

const CANDIDATES_KEPT = 10

/**
 * Finds the rule of a line. Precedence: higher priority; then the more specific
 * one, comparing the dimensions in their order (a category nearer to the
 * product beats its ancestors); then the one that started later; then the older
 * one. The default rule comes last. A rule without amounts in the line's
 * currency cannot win.
 */
export function resolveRule(tariff: Tariff, facts: LineFacts): Resolution {
  const depths = categoryDepths(facts)
  const matches = findMatches(tariff, facts, depths).sort(compareMatches)
  const { fallback } = tariff
  if (fallback) {
    matches.push({ compiled: fallback, specificity: -1, payable: true })
  }
  const winner = matches.find(({ payable }) => payable)
  return {
    winner: winner?.compiled.rule ?? null,
    candidates: matches.slice(0, CANDIDATES_KEPT).map((match) => ({
      rule: match.compiled.rule,
      matched: matchedBy(match.compiled, facts, depths),
      lost_by: winner && match !== winner ? lostBy(match, winner) : null,
    })),
    candidates_count: matches.length,
  }
}

/** A category of the product or an ancestor, and how deep below its root it lies; the root is 1. */
type Depth = { category: string; depth: number }

type Match = { compiled: CompiledRule; specificity: number; payable: boolean }

function findMatches(
  tariff: Tariff,
  facts: LineFacts,
  depths: Depth[]
): Match[] {
  const at = facts.at.getTime()
  const matches: Match[] = []
  const consider = (rules: CompiledRule[] = [], by?: Depth) => {
    for (const compiled of rules) {
      if (compiled.from <= at && at < compiled.until) {
        const fit = fitOf(compiled, facts, depths)
        // A rule that names several categories of the line counts once, by the deepest.
        if (fit && (!by || fit === by)) {
          matches.push({
            compiled,
            specificity: compiled.specificity + fit.depth * DEPTH_STEP,
            payable: compiled.currencies?.has(facts.currency) ?? true,
          })
        }
      }
    }
  }
  for (const dimension of commissionDimensions) {
    const byValue = tariff.byValue[dimension]
    if (dimension === "product_category") {
      depths.forEach((depth) => consider(byValue.get(depth.category), depth))
    } else {
      const value = facts[dimension]
      consider(value === null ? undefined : byValue.get(value))
    }
  }
  consider(tariff.anywhere)
  return matches
}

/** Every category of the product and each ancestor, the deepest first. */
function categoryDepths({ product_categories }: LineFacts): Depth[] {
  const depths = new Map<string, number>()
  for (const path of product_categories) {
    path.forEach((category, index) => {
      const depth = Math.min(index + 1, MAX_DEPTH)
      depths.set(category, Math.max(depths.get(category) ?? 0, depth))
    })
  }
  return [...depths]
    .map(([category, depth]) => ({ category, depth }))
    .sort((left, right) => right.depth - left.depth)
}

const anyCategory: Depth = { category: "", depth: 0 }

/**
 * The category by which a rule from the index fits, `anyCategory` when it asks
 * for none, null when it does not fit. Runs for every rule that a line meets.
 */
function fitOf(
  { unchecked, categories }: CompiledRule,
  facts: LineFacts,
  depths: Depth[]
): Depth | null {
  for (const [dimension, values] of unchecked) {
    const value = facts[dimension]
    if (value === null || !values.has(value)) {
      return null
    }
  }
  if (!categories) {
    return anyCategory
  }
  for (const depth of depths) {
    if (categories.has(depth.category)) {
      return depth
    }
  }
  return null
}

function matchedBy(
  { wanted }: CompiledRule,
  facts: LineFacts,
  depths: Depth[]
): Candidate["matched"] {
  return Object.fromEntries(
    wanted.map(([dimension, values]) => [
      dimension,
      dimension === "product_category"
        ? depths.find(({ category }) => values.has(category))?.category
        : facts[dimension],
    ])
  )
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
