import { fromMinorUnits } from "./minor-units"

/**
 * An amount as it stands in an answer.
 *
 * @param minor - Minor units as decimal text.
 * @example majorUnits("-1230", 2) // -12.3
 */
export function majorUnits(minor: string, scale: number): number {
  return Number(fromMinorUnits(BigInt(minor), scale))
}
