import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listReviewsWorkflow } from "../../../../../workflows/review/list-reviews"
import { listQuery } from "../../../../_contracts/list-query"
import { presentPublicReview } from "../../../../_contracts/review"
import { oneRow } from "../../../../_kit/one-row"

/** What customers think of an active seller, newest first: `{ reviews, average, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const handle = req.params.handle ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "seller",
      fields: ["id"],
      filters: { handle, status: "active" },
    })
  const seller = oneRow(data, "Seller", handle)
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: {
      of: { reference: "seller", reference_id: seller.id },
      limit,
      offset,
    },
  })
  res.json({
    reviews: result.reviews.map(presentPublicReview),
    average: result.average,
    count: result.count,
    offset,
    limit,
  })
}
