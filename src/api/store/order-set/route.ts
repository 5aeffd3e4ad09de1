import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listOrderSetsWorkflow } from "../../../workflows/order-set/list-order-sets"
import { orderSetSortColumns } from "../../../workflows/order-set/search-order-sets"
import { listQuery } from "../../_contracts/list-query"
import { setOrderFields } from "../../_contracts/order-set"

/** The customer's own sets, newest first: `{ order_sets, count, offset, limit }`. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order } = listQuery(req.query, orderSetSortColumns)
  const { result } = await listOrderSetsWorkflow(req.scope).run({
    input: {
      ...{ limit, offset, order },
      customer_ids: [req.auth_context.actor_id],
      fields: setOrderFields,
    },
  })
  res.json({ ...result, offset, limit })
}
