/**
 * Divides and rounds to the nearest whole number, halves to the even one, so
 * that many roundings do not drift in one direction.
 *
 * @param divisor - Above zero.
 * @example divideHalfEven(25n, 10n) // 2n
 */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n) {
    return -divideHalfEven(-dividend, divisor)
  }
  const floor = dividend / divisor
  const twice = (dividend % divisor) * 2n
  const up = twice > divisor || (twice === divisor && floor % 2n === 1n)
  return up ? floor + 1n : floor
}
