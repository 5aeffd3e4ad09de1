import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReturnRequestsWorkflow } from "../../../workflows/order/list-return-requests"
import { submitReturnRequestWorkflow } from "../../../workflows/order/submit-return-request"
import {
  presentReturnRequest,
  returnRequestSearch,
  type CreateReturnRequest,
} from "../../_contracts/return-request"
import { keepConflict } from "../../_kit/keep-conflict"
import { customerOf, readOwnReturnRequest } from "./own-requests"

/** The customer's return requests, newest first: `{ order_return_requests, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const search = returnRequestSearch(req.query, 50)
  const { result } = await listReturnRequestsWorkflow(req.scope).run({
    input: { of: { customer_id: customerOf(req) }, ...search },
  })
  res.json({
    order_return_requests: result.requests.map(presentReturnRequest),
    count: result.count,
    offset: search.offset,
    limit: search.limit,
  })
}

/** Asks to send goods of an own order back: `{ order_return_request }`. */
export async function POST(
  req: MedusaRequest<CreateReturnRequest>,
  res: MedusaResponse
): Promise<void> {
  const { customer_note, ...wish } = req.validatedBody
  const { result } = await keepConflict(
    submitReturnRequestWorkflow(req.scope).run({
      input: {
        customer_id: customerOf(req),
        wish: { ...wish, customer_note: customer_note ?? null },
      },
    })
  )
  res.json({ order_return_request: await readOwnReturnRequest(req, result.id) })
}
