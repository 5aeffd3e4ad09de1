import type { MedusaRequest } from "@medusajs/framework/http"
import { listReviewsWorkflow } from "../../../workflows/review/list-reviews"
import { presentReview } from "../../_contracts/review"
import { operatorOf as actorOf } from "../../_kit/identity"
import { oneRow } from "../../_kit/one-row"

/** The signed-in customer. */
export const customerOf = actorOf

/**
 * One review of the caller.
 *
 * @throws MedusaError NOT_FOUND, also for somebody else's.
 */
export async function readOwnReview(req: MedusaRequest, id: string) {
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of: { customer_id: customerOf(req) }, id, limit: 1, offset: 0 },
  })
  return presentReview(oneRow(result.reviews, "Review", id))
}
