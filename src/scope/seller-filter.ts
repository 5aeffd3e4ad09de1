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

/**
 * The same for a row that carries the seller's id in a column of its own, as the
 * rows of the seller and request modules do.
 *
 * @throws MedusaError UNEXPECTED_STATE when the id is empty.
 */
export function sellerColumnFilter(sellerId: SellerId): { seller_id: string } {
  return { seller_id: toSellerId(sellerId) }
}

/** Rows that hold for everybody: their seller column is empty. */
export function noSellerFilter(): { seller_id: null } {
  return { seller_id: null }
}
