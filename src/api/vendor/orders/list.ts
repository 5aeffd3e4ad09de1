import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { createOperatorMap } from "@medusajs/medusa/api/utils/validators"
import { listSellerOrders } from "../../../workflows/order/list-seller-orders"
import { sellerContext } from "../../_kit/vendor-route"
import { presentedFields, presentOrder, unlabel } from "./present"

const status = z
  .union([z.string(), z.array(z.string()), createOperatorMap()])
  .optional()

/** Filters that Medusa's order list does not know. */
const ownFilters = z.object({
  payment_status: status,
  fulfillment_status: status,
})

const taken = new WeakMap<object, z.infer<typeof ownFilters>>()

/** Keeps the own filters from Medusa's validator, and brings single values where it wants lists. */
export function takeOwnFilters(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { payment_status, fulfillment_status, ...query } = req.query
  const parsed = ownFilters.safeParse({ payment_status, fulfillment_status })
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "payment_status and fulfillment_status take a status, a list or an operator map"
    )
  }
  taken.set(req, parsed.data)
  const { sales_channel_id } = query
  if (typeof sales_channel_id === "string") {
    query.sales_channel_id = [sales_channel_id]
  }
  Object.assign(req, { query })
  next()
}

/** `GET /vendor/orders`. */
export async function listOrders(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { fields, pagination } = req.queryConfig
  const { take = 50, skip = 0, order } = pagination
  const filters = Object.entries({ ...req.filterableFields, ...taken.get(req) })
  const { orders, count } = await listSellerOrders(req.scope, {
    seller_id: sellerContext(req).sellerId,
    filters: Object.fromEntries(
      filters
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [
          key,
          key.endsWith("status") ? unlabel(key, value) : value,
        ])
    ),
    fields: [...fields, ...presentedFields],
    order,
    take,
    skip,
  })
  res.json({
    orders: orders.map((one) => presentOrder(one, fields)),
    count,
    offset: skip,
    limit: take,
  })
}
