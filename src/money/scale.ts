import { code, codes } from "currency-codes"

/** Digits for a code that ISO 4217 does not list (old and private currencies). */
const DEFAULT_DIGITS = 2

/**
 * How many digits after the decimal point the smallest unit of a currency has,
 * by ISO 4217. Medusa's own table says 0 for 21 currencies that have 2 or 3
 * (HUF, COP, IDR, …); the finer scale of the two never loses money.
 *
 * @param currencyCode - In any case, e.g. `eur`.
 * @example minorDigits("jpy") // 0
 */
export function minorDigits(currencyCode: string): number {
  return code(currencyCode.toUpperCase())?.digits ?? DEFAULT_DIGITS
}

/**
 * The digits of every currency of ISO 4217 by its lower-case code, for statements
 * that round in the database; a code that is not there has {@link minorDigits}' default.
 */
export function allMinorDigits(): Record<string, number> {
  return Object.fromEntries(
    codes().map((one) => [one.toLowerCase(), minorDigits(one)])
  )
}
