import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sellerFilter } from "../../../../../scope/seller-filter"
import { listQuery, pageOf } from "../../../../_contracts/list-query"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

const sortColumns = ["name", "created_at", "updated_at"] as const

/** The seller's customer groups: `{ customer_groups, count, offset, limit }`, all of them unless `limit` is sent. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, id)
  const { limit, offset, order } = listQuery(req.query, sortColumns, 9999)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer_group",
      fields: [
        "id",
        "name",
        "created_at",
        "updated_at",
        "customers.id",
        "customers.email",
        "customers.first_name",
        "customers.last_name",
      ],
      filters: sellerFilter(id),
      pagination: pageOf({ limit, offset, order }),
    })
  res.json({
    customer_groups: data,
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}
