import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listQuery, pageOf } from "../../../../_contracts/list-query"
import { presentDelivery } from "../../../../_contracts/notice"

const sortColumns = ["created_at", "updated_at", "due_at"] as const
const filterable = [
  ...["status", "channel", "event", "template", "seller_id"],
  ...["recipient_id", "resource_id"],
]

/** What was told to whom and what came of it: `{ deliveries, count, offset, limit }`; dead letters with `status=failed`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order, values } = listQuery(req.query, sortColumns, 20)
  const filters = filterable.flatMap((column) => {
    const wanted = values(column)
    return wanted ? [[column, { $in: wanted }]] : []
  })
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "notice",
      fields: ["*"],
      filters: Object.fromEntries(filters),
      pagination: pageOf({ limit, offset, order }),
    })
  res.json({
    deliveries: data.map(presentDelivery),
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}
