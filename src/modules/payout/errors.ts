import { MedusaError } from "@medusajs/framework/utils"

/** The books only grow: what is wrong is corrected by another posting. */
export function booksOnlyGrow(method: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `PayoutModuleService.${method} is refused: money rows are written by the service's own methods only`
  )
}
