import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** What a customer reads of a return; nothing of who handles it. */
export const storeReturnFields = [
  "id",
  "order_id",
  "display_id",
  "status",
  "refund_amount",
  "requested_at",
  "received_at",
  "canceled_at",
  "created_at",
  "updated_at",
  "items.id",
  "items.item_id",
  "items.quantity",
  "items.received_quantity",
  "items.damaged_quantity",
  "items.note",
  "items.reason.id",
  "items.reason.label",
]

/**
 * The filter that leaves the caller's own returns.
 *
 * @throws MedusaError UNAUTHORIZED without a customer: an empty filter would match every row.
 */
export function ownReturns(req: AuthenticatedMedusaRequest): {
  order: { customer_id: string }
} {
  const customer_id = req.auth_context.actor_id
  if (!customer_id) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  }
  return { order: { customer_id } }
}
