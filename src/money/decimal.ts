import { MedusaError } from "@medusajs/framework/utils"

/**
 * Decimal text as a whole number of units of `10^-digits`, exactly.
 *
 * @throws MedusaError INVALID_DATA when it is not a decimal, or needs more digits.
 * @example parseDecimal("7.5", 6) // 7500000n
 */
export function parseDecimal(text: string, digits: number): bigint {
  const [, sign, whole = "", fraction = ""] =
    /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const rest = fraction.replace(/0+$/, "")
  if (whole === "" || rest.length > digits) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `"${text}" is not a decimal number with at most ${digits} digits after the point`
    )
  }
  const units = BigInt(whole + rest.padEnd(digits, "0"))
  return sign === "-" ? -units : units
}

/**
 * The shortest decimal text of a number of units of `10^-digits`.
 *
 * @example formatDecimal(7500000n, 6) // "7.5"
 */
export function formatDecimal(units: bigint, digits: number): string {
  const absolute = (units < 0n ? -units : units)
    .toString()
    .padStart(digits + 1, "0")
  const whole = absolute.slice(0, absolute.length - digits)
  const fraction = absolute.slice(absolute.length - digits).replace(/0+$/, "")
  const text = fraction ? `${whole}.${fraction}` : whole
  return units < 0n ? `-${text}` : text
}
