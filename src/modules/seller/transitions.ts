import { MedusaError } from "@medusajs/framework/utils"
import type { SellerStatus } from "./types"

/** One allowed change of a seller's status. */
export type SellerTransition = {
  from: SellerStatus
  to: SellerStatus
  /** Suffix of the event it emits: `seller.<event>`. */
  event: "accepted" | "rejected" | "suspended" | "reactivated" | "terminated"
  /** `request`: only by deciding the application; `operator`: by the status route. */
  by: "request" | "operator"
}

/** The whole lifecycle; anything that is not in this table is refused. */
export const sellerTransitions: readonly SellerTransition[] = [
  { from: "pending", to: "active", event: "accepted", by: "request" },
  { from: "pending", to: "terminated", event: "rejected", by: "request" },
  { from: "active", to: "suspended", event: "suspended", by: "operator" },
  { from: "suspended", to: "active", event: "reactivated", by: "operator" },
  { from: "suspended", to: "terminated", event: "terminated", by: "operator" },
]

/**
 * The row of the table for one change.
 *
 * @throws MedusaError NOT_ALLOWED when the table has no such row, or when it belongs to somebody else than `by`.
 */
export function sellerTransition(
  from: SellerStatus,
  to: SellerStatus,
  by: SellerTransition["by"]
): SellerTransition {
  const found = sellerTransitions.find((t) => t.from === from && t.to === to)
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `A seller cannot change from ${from} to ${to}`
    )
  }
  if (found.by !== by) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `A seller changes from ${from} to ${to} by the decision on its application only`
    )
  }
  return found
}
