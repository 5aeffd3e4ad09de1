import type { MedusaRequest } from "@medusajs/framework/http"
import { listReturnRequestsWorkflow } from "../../../workflows/order/list-return-requests"
import { presentReturnRequest } from "../../_contracts/return-request"
import { oneRow } from "../../_kit/one-row"
import { sellerContext } from "../../_kit/vendor-route"

/**
 * The return request of the path.
 *
 * @throws MedusaError NOT_FOUND, also for another seller's.
 */
export async function readReturnRequest(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { result } = await listReturnRequestsWorkflow(req.scope).run({
    input: {
      of: { seller_id: sellerContext(req).sellerId },
      id,
      limit: 1,
      offset: 0,
    },
  })
  return presentReturnRequest(oneRow(result.requests, "request", id))
}
