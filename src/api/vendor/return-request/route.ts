import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReturnRequestsWorkflow } from "../../../workflows/order/list-return-requests"
import {
  presentReturnRequest,
  returnRequestSearch,
} from "../../_contracts/return-request"
import { sellerContext } from "../../_kit/vendor-route"

/** What customers want to send back, newest first: `{ order_return_request, count, offset, limit }`, all unless `limit` is sent. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const search = returnRequestSearch(req.query)
  const { result } = await listReturnRequestsWorkflow(req.scope).run({
    input: { of: { seller_id: sellerContext(req).sellerId }, ...search },
  })
  res.json({
    order_return_request: result.requests.map(presentReturnRequest),
    count: result.count,
    offset: search.offset,
    limit: search.limit,
  })
}
