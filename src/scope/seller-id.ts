import { MedusaError } from "@medusajs/framework/utils"

declare const brand: unique symbol

/** A seller's id that was checked not to be empty: in Medusa an empty filter matches every row. */
export type SellerId = string & { readonly [brand]: "SellerId" }

/**
 * Brands a seller id after checking it.
 *
 * @throws MedusaError UNEXPECTED_STATE for anything but a `sel_…` string: a scope without a seller must never reach a query.
 */
export function toSellerId(value: unknown): SellerId {
  if (typeof value !== "string" || !/^sel_\w+$/.test(value)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "A seller scope was built without a seller id"
    )
  }
  // Checked one line above; the brand has no runtime form.
  return value as SellerId
}
