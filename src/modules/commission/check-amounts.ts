import { parseDecimal } from "../../money/decimal"
import { minorDigits } from "../../money/scale"
import { fieldError } from "./field-error"
import type { Amounts, FeeBound } from "./types"

/**
 * @throws MedusaError INVALID_DATA when an amount is negative, no decimal, or finer than its currency.
 */
export function checkAmounts(amounts: Amounts, field: string): void {
  if (Object.keys(amounts).length === 0) {
    throw fieldError(field, "name at least one currency and its amount")
  }
  for (const [currency, amount] of Object.entries(amounts)) {
    const digits = minorDigits(currency)
    const decimals = amount.split(".")[1] ?? ""
    if (!/^\d+(\.\d+)?$/.test(amount) || decimals.length > digits) {
      throw fieldError(
        `${field}.${currency}`,
        `"${amount}" must be an amount of at least 0 with at most ${digits} decimals`
      )
    }
  }
}

type Bounded = { min?: FeeBound; max?: FeeBound }

/** @throws MedusaError INVALID_DATA when an amount is wrong, or a minimum above its maximum. */
export function checkBounds({ min, max }: Bounded, field: string): void {
  if (min) {
    checkAmounts(min.amounts, `${field}.min.amounts`)
  }
  if (max) {
    checkAmounts(max.amounts, `${field}.max.amounts`)
  }
  if (!min || !max || min.per !== max.per) {
    return
  }
  for (const [currency, amount] of Object.entries(min.amounts)) {
    const most = max.amounts[currency]
    if (most !== undefined && isAbove(amount, most, currency)) {
      throw fieldError(
        `${field}.min.amounts.${currency}`,
        `the minimum ${amount} is above the maximum ${most}`
      )
    }
  }
}

/** Compares two checked amounts of a currency. */
export function isAbove(
  left: string,
  right: string,
  currency: string
): boolean {
  const digits = minorDigits(currency)
  return parseDecimal(left, digits) > parseDecimal(right, digits)
}
