import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReviewsWorkflow } from "../../../../workflows/review/list-reviews"
import { presentReview } from "../../../_contracts/review"
import { oneRow } from "../../../_kit/one-row"

/** One review: `{ review }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of: "all", id, limit: 1, offset: 0 },
  })
  res.json({ review: presentReview(oneRow(result.reviews, "Review", id)) })
}
