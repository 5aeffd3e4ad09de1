import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeReviewWorkflow } from "../../../../workflows/review/change-review"
import { removeReviewWorkflow } from "../../../../workflows/review/remove-review"
import type { UpdateReview } from "../../../_contracts/review"
import { readOwnReview } from "../own-review"

/** One review of the customer: `{ review }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ review: await readOwnReview(req, req.params.id ?? "") })
}

/** Changes it: `{ review }`. */
export async function POST(
  req: MedusaRequest<UpdateReview>,
  res: MedusaResponse
): Promise<void> {
  const { id } = await readOwnReview(req, req.params.id ?? "")
  await changeReviewWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({ review: await readOwnReview(req, id) })
}

/** Takes it away: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { id } = await readOwnReview(req, req.params.id ?? "")
  await removeReviewWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "review", deleted: true })
}
