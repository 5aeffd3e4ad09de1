import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { listQuery, pageOf } from "../../_contracts/list-query"
import { sellerIdOf } from "../sellers/read-seller"
import { withSellers } from "./read-requests"

const sortColumns = ["created_at", "updated_at", "status", "title"] as const

/** Everything that waits or was decided: `{ requests, count, offset, limit }`, by `type`, `status`, `seller_id`, `created_at`, `q`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order, q, values, created_from, created_to } =
    listQuery(req.query, sortColumns, 20)
  const types = values("type")
  const statuses = values("status")
  const sellerId = values("seller_id")?.[0]
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "request",
      fields: ["*"],
      filters: {
        ...(types ? { kind: { $in: types } } : {}),
        ...(statuses ? { status: { $in: statuses } } : {}),
        ...(sellerId ? sellerColumnFilter(sellerIdOf(sellerId)) : {}),
        ...period(created_from, created_to),
        ...(q ? { q } : {}),
      },
      pagination: pageOf({ limit, offset, order }),
    })
  res.json({
    requests: await withSellers(req.scope, data),
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}

function period(from: Date | undefined, to: Date | undefined) {
  return from || to
    ? {
        created_at: {
          ...(from ? { $gte: from } : {}),
          ...(to ? { $lte: to } : {}),
        },
      }
    : {}
}
