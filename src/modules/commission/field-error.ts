import { MedusaError } from "@medusajs/framework/utils"

/** INVALID_DATA that names a field of a rule. */
export function fieldError(field: string, problem: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${problem}`)
}
