import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeReviewWorkflow } from "../../../../../../workflows/review/change-review"
import { listReviewsWorkflow } from "../../../../../../workflows/review/list-reviews"
import {
  presentReview,
  type AnswerReview,
} from "../../../../../_contracts/review"
import { oneRow } from "../../../../../_kit/one-row"
import { sellerContext } from "../../../../../_kit/vendor-route"

/** One of them: `{ review }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ review: await read(req) })
}

/** Answers it; an empty text takes the answer back: `{ review }`. */
export async function POST(
  req: MedusaRequest<AnswerReview>,
  res: MedusaResponse
): Promise<void> {
  const { id } = await read(req)
  await changeReviewWorkflow(req.scope).run({
    input: { id, seller_note: req.validatedBody.seller_note ?? null },
  })
  res.json({ review: await read(req) })
}

async function read(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: {
      of: { seller_id: sellerContext(req).sellerId },
      id,
      limit: 1,
      offset: 0,
    },
  })
  return presentReview(oneRow(result.reviews, "review", id))
}
