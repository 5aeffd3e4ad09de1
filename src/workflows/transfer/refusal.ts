import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const refused = z.looseObject({ type: z.string(), message: z.string() })

/** What is the file's fault, and not the moment's. */
const types: string[] = [
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.FORBIDDEN,
  MedusaError.Types.DUPLICATE_ERROR,
  MedusaError.Types.CONFLICT,
]

/** Why something cannot be done however often it is tried; undefined for what may go better next time. Workflows throw the serialised form of an error. */
export function refusalOf(error: unknown): string | undefined {
  const found = refused.safeParse(error)
  const fromError =
    error instanceof Error && "type" in error
      ? { type: String(error.type), message: error.message }
      : undefined
  const refusal = found.data ?? fromError
  return refusal && types.includes(refusal.type) ? refusal.message : undefined
}
