import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** An amount that a client sends in major units, as text or number, kept as text. */
export const amount = z
  .union([z.string().trim().max(30), z.number()])
  .transform(String)

/** Three letters, kept in lower case. */
export const currencyCode = z
  .string()
  .trim()
  .length(3)
  .transform((code) => code.toLowerCase())

/** Why an operator does something; it is kept for ever. */
export const reason = z.string().trim().min(3).max(500)

/**
 * The values of a filter that has a closed set.
 *
 * @throws MedusaError INVALID_DATA naming the parameter, when one is not in it.
 */
export function closedValues(
  name: string,
  values: string[] | undefined,
  known: readonly string[]
): string[] | undefined {
  const unknown = values?.find((value) => !known.includes(value))
  if (unknown !== undefined) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Query parameter '${name}' takes ${known.join(", ")}`
    )
  }
  return values
}
