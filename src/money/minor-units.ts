import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/**
 * An amount in major units as a whole number of units of `10^-digits`, rounded
 * half away from zero, which is how payment providers round.
 *
 * @param amount - Major units, in any form that Medusa uses.
 * @example toMinorUnits(10.005, 2) // 1001n
 */
export function toMinorUnits(amount: BigNumberInput, digits: number): bigint {
  const units = MathBN.convert(amount).shiftedBy(digits)
  return BigInt(units.integerValue(HALF_AWAY_FROM_ZERO).toFixed(0))
}

/**
 * The exact decimal string of a number of minor units, as Medusa takes amounts.
 *
 * @example fromMinorUnits(-5n, 2) // "-0.05"
 */
export function fromMinorUnits(units: bigint, digits: number): string {
  if (digits === 0) {
    return units.toString()
  }
  const absolute = (units < 0n ? -units : units)
    .toString()
    .padStart(digits + 1, "0")
  const sign = units < 0n ? "-" : ""
  return `${sign}${absolute.slice(0, -digits)}.${absolute.slice(-digits)}`
}

/** `ROUND_HALF_UP` of bignumber.js, which rounds halves away from zero. */
const HALF_AWAY_FROM_ZERO = 4
