import { toMinorUnits } from "./minor-units"
import { divideHalfEven } from "./divide-half-even"
import { formatDecimal, parseDecimal } from "./decimal"

/**
 * Amounts that are added up exactly before they are rounded once: in steps of
 * 10^-14 of a minor unit, which holds a percentage with 6 digits (8 as a
 * factor) of a minor unit times a quantity with 6 digits.
 */
const EXACT_DIGITS = 14
const PERCENTAGE_DIGITS = 6
const QUANTITY_DIGITS = 6
const MINOR_UNIT = 10n ** 14n

/** Whole minor units as exact steps. */
export function exactly(minor: bigint): bigint {
  return minor * MINOR_UNIT
}

/** Exact steps as whole minor units, halves to the even one. */
export function roundExact(exact: bigint): bigint {
  return divideHalfEven(exact, MINOR_UNIT)
}

/** Exact steps in major units, as text with every digit that counts. */
export function formatExact(exact: bigint, currencyDigits: number): string {
  return formatDecimal(exact, EXACT_DIGITS + currencyDigits)
}

/** A quantity as Medusa holds it, in steps of 10^-6. */
export function toQuantity(quantity: string | number): bigint {
  return toMinorUnits(quantity, QUANTITY_DIGITS)
}

/** One piece, as a quantity. */
export const ONE = 10n ** 6n

/** `minor` times a quantity, exact. */
export function times(minor: bigint, quantity: bigint): bigint {
  return minor * quantity * 10n ** 8n
}

/**
 * A percentage of an amount, exact.
 *
 * @param amount - Minor units times a quantity in steps of 10^-6 (`ONE` when there is none).
 * @param percentage - 0–100 as decimal text with at most 6 digits.
 */
export function percentageOf(amount: bigint, percentage: string): bigint {
  return amount * parsePercentage(percentage)
}

/** A percentage in steps of 10^-6. */
export function parsePercentage(percentage: string): bigint {
  return parseDecimal(percentage, PERCENTAGE_DIGITS)
}
