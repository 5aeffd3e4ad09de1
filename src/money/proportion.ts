import { divideHalfEven } from "./divide-half-even"

/**
 * `amount * part / whole`, rounded half to even, once. Call it with running
 * totals and take differences: rounding each part by itself drifts.
 *
 * @param whole - Above zero.
 * @example proportion(5n, 1n, 2n) // 2n
 */
export function proportion(
  amount: bigint,
  part: bigint,
  whole: bigint
): bigint {
  return divideHalfEven(amount * part, whole)
}
