import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import { listReviewsWorkflow } from "../../../../../workflows/review/list-reviews"
import { listQuery } from "../../../../_contracts/list-query"
import { presentPublicReview } from "../../../../_contracts/review"
import { oneRow } from "../../../../_kit/one-row"

/** What customers think of a product that is on sale, newest first: `{ reviews, average, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const reference_id = req.params.id ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id"],
      filters: { id: reference_id, status: ProductStatus.PUBLISHED },
    })
  oneRow(data, "Product", reference_id)
  const { result } = await listReviewsWorkflow(req.scope).run({
    input: { of: { reference: "product", reference_id }, limit, offset },
  })
  res.json({
    reviews: result.reviews.map(presentPublicReview),
    average: result.average,
    count: result.count,
    offset,
    limit,
  })
}
