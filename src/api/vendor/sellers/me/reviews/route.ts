import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReviewsWorkflow } from "../../../../../workflows/review/list-reviews"
import { listQuery } from "../../../../_contracts/list-query"
import { presentReview } from "../../../../_contracts/review"
import { sellerContext } from "../../../../_kit/vendor-route"

/** Reviews of the seller and its products, newest first: `{ reviews, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, q } = listQuery(req.query, [])
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of: { seller_id: sellerContext(req).sellerId }, q, limit, offset },
  })
  res.json({
    reviews: result.reviews.map(presentReview),
    count: result.count,
    offset,
    limit,
  })
}
