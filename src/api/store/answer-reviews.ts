import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listReviewsWorkflow,
  type ListReviewsInput,
} from "../../workflows/review/list-reviews"
import { listQuery } from "../_contracts/list-query"
import { presentPublicReview } from "../_contracts/review"

/** A page of what customers think of a product or seller, newest first: `{ reviews, average, count, offset, limit }`. */
export async function answerReviews(
  req: MedusaRequest,
  res: MedusaResponse,
  of: ListReviewsInput["of"]
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of, limit, offset },
  })
  res.json({
    reviews: result.reviews.map(presentPublicReview),
    average: result.average,
    count: result.count,
    offset,
    limit,
  })
}
