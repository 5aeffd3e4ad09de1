import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReviewsWorkflow } from "../../../workflows/review/list-reviews"
import { listQuery } from "../../_contracts/list-query"
import { presentReview } from "../../_contracts/review"

/** Every review, newest first: `{ reviews, requests, count, offset, limit }`; `requests` is what classic clients look for. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, q } = listQuery(req.query, [])
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of: "all", q, limit, offset },
  })
  const reviews = result.reviews.map(presentReview)
  res.json({ reviews, requests: reviews, count: result.count, offset, limit })
}
