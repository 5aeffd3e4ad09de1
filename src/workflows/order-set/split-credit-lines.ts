import { MathBN } from "@medusajs/framework/utils"
import { allocate } from "../../money/allocate"
import { fromMinorUnits, toMinorUnits } from "../../money/minor-units"
import type { CartCreditLine } from "./split-cart-types"

export type SplitCredit = {
  lines: CartCreditLine[][]
  /** What the credit lines of each part sum to, in units of `10^-digits`. */
  totals: bigint[]
}

/**
 * Splits credit lines (gift cards, store credit) among the parts of a cart in
 * proportion to what each part costs. Both sums are exact: the parts of a line
 * are the line, and a part never gets more than its share of all lines.
 *
 * @param costs - What each part weighs.
 * @param digits - Decimals of the parts; those that the amounts need, so that no part gets a longer tail than its line.
 */
export function splitCreditLines(
  creditLines: CartCreditLine[],
  costs: bigint[],
  digits: number
): SplitCredit {
  const amounts = creditLines.map((line) =>
    toMinorUnits(line.raw_amount ?? line.amount, digits)
  )
  const positive = costs.map((cost) => (cost > 0n ? cost : 0n))
  const weights = positive.some((cost) => cost > 0n)
    ? positive
    : positive.map((_, index) => (index === 0 ? 1n : 0n))
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  const totals = allocate(total, weights)
  const open = [...totals]
  const lines: CartCreditLine[][] = costs.map(() => [])
  amounts.forEach((amount, index) => {
    const capacity = open.map((left) => (left > 0n ? left : 0n))
    const parts = allocate(
      amount,
      amount > 0n && capacity.some((left) => left > 0n) ? capacity : weights
    )
    parts.forEach((part, key) => {
      open[key] = (open[key] ?? 0n) - part
      const { raw_amount, ...line } = creditLines[index] ?? { amount: 0 }
      if (part !== 0n) {
        lines[key]?.push({ ...line, amount: fromMinorUnits(part, digits) })
      }
    })
  })
  return { lines, totals }
}

/** How many decimals the amounts of these lines need at most, at least `digits`. */
export function creditDigits(lines: CartCreditLine[], digits: number): number {
  return Math.max(
    digits,
    ...lines.map(
      (line) =>
        MathBN.convert(line.raw_amount ?? line.amount).decimalPlaces() ?? 0
    )
  )
}
