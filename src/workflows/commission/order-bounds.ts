import { exactly } from "../../money/exact"
import {
  amountIn,
  sumOf,
  withoutAmount,
  type Currency,
  type FeePart,
} from "./fee-part"
import type { RatedLine } from "./order-parts"
import { spread } from "./spread"

/** A line and what it is charged so far. */
export type ChargedLine = RatedLine & { parts: FeePart[] }

/**
 * Lifts or cuts the fees of the lines of each rule together to the rule's
 * bounds per order, in proportion to what each is charged.
 *
 * @param lines - In an order that does not depend on how they came.
 */
export function boundOrder(
  lines: ChargedLine[],
  currency: Currency
): ChargedLine[] {
  const byRule = new Map<string, ChargedLine[]>()
  for (const line of lines) {
    byRule.set(line.rule.id, [...(byRule.get(line.rule.id) ?? []), line])
  }
  return [...byRule.values()].flatMap((members) =>
    (["min", "max"] as const).reduce(
      (bounded, side) => boundMembers(bounded, side, currency),
      members
    )
  )
}

function boundMembers(
  members: ChargedLine[],
  side: "min" | "max",
  currency: Currency
): ChargedLine[] {
  const bound = members[0]?.rule.rate[side]
  if (bound?.per !== "order") {
    return members
  }
  const type = side === "min" ? "minimum" : "maximum"
  const limit = amountIn(bound.amounts, currency)
  if (limit === null) {
    return members.map((line) => ({
      ...line,
      parts: [...line.parts, withoutAmount(type, currency)],
    }))
  }
  const sums = members.map((line) => sumOf(line.parts))
  const sum = sums.reduce((left, right) => left + right, 0n)
  const isKept = side === "min" ? sum >= exactly(limit) : sum <= exactly(limit)
  if (isKept) {
    return members
  }
  const weights = sum > 0n ? sums : members.map((line) => line.net)
  const shares = spread(limit, weights)
  return members.map((line, index) => {
    const amount = exactly(shares[index] ?? 0n) - (sums[index] ?? 0n)
    return {
      ...line,
      parts: [...line.parts, { type, amount, of: { per: "order" } }],
    }
  })
}
