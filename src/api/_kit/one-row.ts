import { MedusaError } from "@medusajs/framework/utils"

/**
 * The only row of a page of one.
 *
 * @param name - What it is, for the refusal.
 * @throws MedusaError NOT_FOUND when the page is empty.
 */
export function oneRow<Row>(rows: Row[], name: string, id: string): Row {
  const [row] = rows
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${name} with id: ${id} was not found`
    )
  }
  return row
}
