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
  const product = amount * part
  if (product < 0n) {
    return -proportion(-amount, part, whole)
  }
  const floor = product / whole
  const twice = 2n * (product % whole)
  const up = twice > whole || (twice === whole && floor % 2n === 1n)
  return up ? floor + 1n : floor
}
