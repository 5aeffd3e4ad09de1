import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import { answerReviews } from "../../../answer-reviews"
import { oneRow } from "../../../../_kit/one-row"

/** What customers think of a product that is on sale, newest first: `{ reviews, average, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const reference_id = req.params.id ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id"],
      filters: { id: reference_id, status: ProductStatus.PUBLISHED },
    })
  oneRow(data, "Product", reference_id)
  await answerReviews(req, res, { reference: "product", reference_id })
}
