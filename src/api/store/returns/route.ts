import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listQuery, pageOf } from "../../_contracts/list-query"
import { ownReturns, storeReturnFields } from "./own-returns"

// Medusa's own file answers the POST of this path.
const sortColumns = ["created_at", "updated_at", "display_id"] as const

/** The customer's own returns, newest first: `{ returns, count, offset, limit }`. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order } = listQuery(req.query, sortColumns)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "return",
      fields: storeReturnFields,
      filters: ownReturns(req),
      pagination: pageOf({ limit, offset, order }),
    })
  res.json({
    returns: data,
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}
