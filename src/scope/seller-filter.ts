import type { SellerId } from "./seller-id"
import { toSellerId } from "./seller-id"

/**
 * The one place that builds a seller filter for `query.graph`. A fresh object
 * each time, as the query layer deletes the filter from the caller's object.
 *
 * @throws MedusaError UNEXPECTED_STATE when the id is empty.
 */
export function sellerFilter(sellerId: SellerId): { seller: { id: string } } {
  return { seller: { id: toSellerId(sellerId) } }
}
