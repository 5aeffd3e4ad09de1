import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOrderSetsWorkflow } from "../../../workflows/order-set/list-order-sets"
import { orderSetSortColumns } from "../../../workflows/order-set/search-order-sets"
import { listQuery, periodOf } from "../../_contracts/list-query"
import { setOrderFields } from "../../_contracts/order-set"

/**
 * Placed sets: `{ order_sets, count, offset, limit }`, by `q`, `id`, `order_id`,
 * `seller_id`, `customer_id`, `sales_channel_id`, `payment_status`,
 * `fulfillment_status`, `created_at`, `updated_at`.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { values, ...query } = listQuery(req.query, orderSetSortColumns)
  const updated = periodOf(req.query, "updated_at")
  const { result } = await listOrderSetsWorkflow(req.scope).run({
    input: {
      ...query,
      ids: values("id"),
      order_ids: values("order_id"),
      seller_ids: values("seller_id"),
      customer_ids: values("customer_id"),
      sales_channel_ids: values("sales_channel_id"),
      payment_statuses: values("payment_status"),
      fulfillment_statuses: values("fulfillment_status"),
      updated_from: updated.from,
      updated_to: updated.to,
      fields: setOrderFields,
    },
  })
  res.json({ ...result, offset: query.offset, limit: query.limit })
}
