import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  presentSeller,
  publicSellerQueryFields,
} from "../../_contracts/public-seller"
import { openSellers } from "./open-sellers"

/** Sellers that sell now: `{ sellers, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "seller",
    fields: publicSellerQueryFields,
    filters: { ...req.filterableFields, ...openSellers(new Date()) },
    pagination: req.queryConfig.pagination,
  })
  res.json({
    sellers: data.map(presentSeller),
    count: metadata?.count ?? data.length,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? data.length,
  })
}
