import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getOrdersListWorkflow } from "@medusajs/medusa/core-flows"
import orderSeller from "../../../../../links/order-seller"
import { sellerColumnFilter } from "../../../../../scope/seller-filter"
import { listQuery, pageOf } from "../../../../_contracts/list-query"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

const sortColumns = ["display_id", "created_at", "updated_at"] as const

const orderFields = [
  "id",
  "display_id",
  "status",
  "email",
  "currency_code",
  "region_id",
  "sales_channel_id",
  "created_at",
  "updated_at",
  "total",
  "customer.id",
  "customer.email",
  "customer.first_name",
  "customer.last_name",
]

/**
 * The seller's orders: `{ orders, count, offset, limit }`, all of them unless
 * `limit` is sent. The page is taken on the link, as a paged order list cannot
 * be filtered by a link in Medusa 2.21.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, id)
  const { limit, offset, order } = listQuery(req.query, sortColumns, 9999)
  const { order: sorted, ...page } = pageOf({ limit, offset, order })
  const { data: links, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: orderSeller.entryPoint,
      fields: ["order_id"],
      filters: sellerColumnFilter(id),
      pagination: { ...page, order: { order: sorted } },
    })
  const { result } = await getOrdersListWorkflow(req.scope).run({
    input: {
      fields: orderFields,
      variables: {
        filters: { id: links.map(({ order_id }) => order_id) },
        order: sorted,
      },
    },
  })
  res.json({
    orders: "rows" in result ? result.rows : result,
    count: metadata?.count ?? links.length,
    offset,
    limit,
  })
}
