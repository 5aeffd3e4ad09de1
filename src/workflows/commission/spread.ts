import { allocate } from "../../money/allocate"

/** Splits whole minor units by weight; evenly when nothing weighs anything. */
export function spread(total: bigint, weights: bigint[]): bigint[] {
  const weighs = weights.some((weight) => weight > 0n)
  return allocate(total, weighs ? weights : weights.map(() => 1n))
}
