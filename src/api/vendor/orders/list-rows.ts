import type {
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  pageOrderRows,
  type ListedOrderRow,
} from "../../../workflows/order/page-order-rows"
import { sellerContext } from "../../_kit/vendor-route"

/**
 * A list of what hangs on the seller's orders. Medusa 2.21 cannot page such
 * rows by a filter on the order's seller.
 *
 * @param key - Of the rows in the answer.
 */
export function listOrderRows(
  entity: ListedOrderRow,
  key: string
): MiddlewareFunction {
  return async function listRowsOfOrders(
    req: MedusaRequest,
    res: MedusaResponse
  ) {
    const { fields, pagination } = req.queryConfig
    const { take = 50, skip = 0, order } = pagination
    const { ids, count } = await pageOrderRows(
      req.scope,
      sellerContext(req).sellerId,
      { entity, filters: req.filterableFields, order, take, skip }
    )
    res.json({
      [key]: ids.length ? await readRows(req, { entity, ids, fields }) : [],
      count,
      offset: skip,
      limit: take,
    })
  }
}

async function readRows(
  { scope }: MedusaRequest,
  { entity, ids, fields }: { entity: string; ids: string[]; fields: string[] }
): Promise<unknown[]> {
  const { data } = await scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity, fields, filters: { id: ids } })
  const byId = new Map(data.map((row: { id: string }) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
