import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { requestSearch } from "../../_contracts/request"
import { sellerIdOf } from "../sellers/read-seller"
import { withSellers } from "./read-requests"

/** Everything that waits or was decided: `{ requests, count, offset, limit }`, by `type`, `status`, `seller_id`, `submitter_id`, `created_at`, `q`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, filters, pagination, limit, offset } = requestSearch(
    req.query,
    20
  )
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "request",
      fields: ["*"],
      filters: {
        ...filters,
        ...(sellerId ? sellerColumnFilter(sellerIdOf(sellerId)) : {}),
      },
      pagination,
    })
  res.json({
    requests: await withSellers(req.scope, data),
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}
