import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReviewsWorkflow } from "../../../workflows/review/list-reviews"
import { submitReviewWorkflow } from "../../../workflows/review/submit-review"
import { listQuery } from "../../_contracts/list-query"
import { presentReview, type CreateReview } from "../../_contracts/review"
import { customerOf, readOwnReview } from "./own-review"

/** The customer's reviews, newest first: `{ reviews, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of: { customer_id: customerOf(req) }, limit, offset },
  })
  res.json({
    reviews: result.reviews.map(presentReview),
    count: result.count,
    offset,
    limit,
  })
}

/** Reviews a seller or product of a delivered order: 201 `{ review }`. */
export async function POST(
  req: MedusaRequest<CreateReview>,
  res: MedusaResponse
): Promise<void> {
  const { customer_note, ...review } = req.validatedBody
  const { result } = await submitReviewWorkflow(req.scope).run({
    input: {
      ...review,
      customer_note: customer_note ?? null,
      customer_id: customerOf(req),
    },
  })
  res.status(201).json({ review: await readOwnReview(req, result.id) })
}
