import { MedusaError } from "@medusajs/framework/utils"

type Part = { index: number; floor: bigint; remainder: bigint; weight: bigint }

/**
 * Splits `total` into parts proportional to `weights`, exactly.
 * Every part is floored and the units left over go to the largest remainders,
 * ties to the larger weight, then to the lower index, so a retry splits alike.
 *
 * @param total - Smallest units (4999n); a negative total splits like its opposite.
 * @param weights - Same order as the result, none negative, at least one above zero.
 * @returns Parts that sum to `total`; each within one unit of its quota, zero weights get zero.
 * @throws MedusaError INVALID_DATA when a weight is negative or all are zero.
 * @example allocate(1000n, [1n, 1n, 1n]) // [334n, 333n, 333n]
 */
export function allocate(total: bigint, weights: bigint[]): bigint[] {
  const sum = weights.reduce((left, right) => left + right, 0n)
  if (sum <= 0n || weights.some((weight) => weight < 0n)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "allocate: weights must not be negative, and one must be above zero"
    )
  }
  if (total < 0n) {
    return allocate(-total, weights).map((part) => -part)
  }
  return handOut(
    total,
    weights.map((weight, index) => ({
      index,
      floor: (total * weight) / sum,
      remainder: (total * weight) % sum,
      weight,
    }))
  )
}

/**
 * Rounds amounts to whole units so that they sum to `total`, where the total is
 * the amounts' rounded sum: each result is less than one unit away from its
 * amount. When the total is another number the amounts act as weights.
 *
 * @param total - Whole units.
 * @param amounts - In `1 / unit` of a unit, none negative.
 * @param unit - How many steps of an amount make one unit, e.g. 10n ** 12n.
 * @example roundTogether(3n, [15n, 15n], 10n) // [2n, 1n]
 */
export function roundTogether(
  total: bigint,
  amounts: bigint[],
  unit: bigint
): bigint[] {
  const parts = amounts.map((amount, index) => ({
    index,
    floor: amount / unit,
    remainder: amount % unit,
    weight: amount,
  }))
  const left = total - parts.reduce((sum, { floor }) => sum + floor, 0n)
  const fractions = parts.filter(({ remainder }) => remainder > 0n).length
  return left >= 0n && left <= fractions
    ? handOut(total, parts)
    : allocate(total, amounts)
}

function handOut(total: bigint, parts: Part[]): bigint[] {
  const result = parts.map(({ floor }) => floor)
  const ranked = [...parts].sort(
    (left, right) =>
      compare(right.remainder, left.remainder) ||
      compare(right.weight, left.weight) ||
      left.index - right.index
  )
  const left = total - result.reduce((sum, floor) => sum + floor, 0n)
  for (const { index, floor } of ranked.slice(0, Number(left))) {
    result[index] = floor + 1n
  }
  return result
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}
