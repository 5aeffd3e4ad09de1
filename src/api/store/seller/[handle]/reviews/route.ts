import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { answerReviews } from "../../../answer-reviews"
import { oneRow } from "../../../../_kit/one-row"

/** What customers think of an active seller, newest first: `{ reviews, average, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const handle = req.params.handle ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "seller",
      fields: ["id"],
      filters: { handle, status: "active" },
    })
  const seller = oneRow(data, "Seller", handle)
  await answerReviews(req, res, {
    reference: "seller",
    reference_id: seller.id,
  })
}
