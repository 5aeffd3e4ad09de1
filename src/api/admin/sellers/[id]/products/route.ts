import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { defaultAdminProductFields } from "@medusajs/medusa/api/admin/products/query-config"
import { sellerFilter } from "../../../../../scope/seller-filter"
import { listQuery, pageOf } from "../../../../_contracts/list-query"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

const sortColumns = ["title", "status", "created_at", "updated_at"] as const

/** The seller's products: `{ products, count, offset, limit }`, all of them unless `limit` is sent. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, id)
  const { limit, offset, order, q } = listQuery(req.query, sortColumns, 9999)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: defaultAdminProductFields,
      filters: { ...sellerFilter(id), ...(q ? { q } : {}) },
      pagination: pageOf({ limit, offset, order }),
    })
  res.json({
    products: data,
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}
