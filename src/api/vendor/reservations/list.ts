import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownership } from "../../../scope/ownership"
import { sellerContext } from "../../_kit/vendor-route"

/** `GET /vendor/reservations`: Medusa's handler asks by a way that cannot find the seller of the item (2.21). */
export async function listReservations(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { entity, scope } = ownership.reservation
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity,
      fields: req.queryConfig.fields,
      filters: {
        ...req.filterableFields,
        ...scope(sellerContext(req).sellerId),
      },
      pagination: req.queryConfig.pagination,
    })
  res.json({
    reservations: data,
    count: metadata?.count ?? 0,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? 0,
  })
}
