import { MedusaError } from "@medusajs/framework/utils"
import type { Payload } from "./facts"

/**
 * A text of an event's payload.
 *
 * @throws MedusaError UNEXPECTED_STATE when it is missing: an undefined filter would match every row.
 */
export function textOf(payload: Payload, field: string): string {
  const value = payload[field]
  if (typeof value !== "string" || !value) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The event's payload has no ${field}`
    )
  }
  return value
}
