import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReturnRequestsWorkflow } from "../../../workflows/order/list-return-requests"
import {
  presentReturnRequest,
  returnRequestSearch,
} from "../../_contracts/return-request"

/** Every return request, newest first: `{ order_return_request, count, offset, limit }`, by `status`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const search = returnRequestSearch(req.query, 20)
  const { result } = await listReturnRequestsWorkflow(req.scope).run({
    input: { of: "all", ...search },
  })
  res.json({
    order_return_request: result.requests.map(presentReturnRequest),
    count: result.count,
    offset: search.offset,
    limit: search.limit,
  })
}
