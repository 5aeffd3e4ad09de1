import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReturnRequestsWorkflow } from "../../../../workflows/order/list-return-requests"
import { decideRequestWorkflow } from "../../../../workflows/request/decide-request"
import {
  moveOf,
  presentReturnRequest,
  type AnswerReturnRequest,
} from "../../../_contracts/return-request"
import { keepConflict } from "../../../_kit/keep-conflict"
import { oneRow } from "../../../_kit/one-row"
import { sellerContext } from "../../../_kit/vendor-route"

/** One of them: `{ order_return_request }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ order_return_request: await read(req) })
}

/** Takes the goods back (`refunded`: a return waits for them), declines, or leaves it to the operator: `{ order_return_request }`. */
export async function POST(
  req: MedusaRequest<AnswerReturnRequest>,
  res: MedusaResponse
): Promise<void> {
  const { status, vendor_reviewer_note, location_id } = req.validatedBody
  const { id } = await read(req)
  await keepConflict(
    decideRequestWorkflow(req.scope).run({
      input: {
        id,
        to: moveOf(status),
        actor_type: "member",
        actor_id: sellerContext(req).memberId,
        note: vendor_reviewer_note ?? null,
        details: location_id ? { location_id } : undefined,
      },
    })
  )
  res.json({ order_return_request: await read(req) })
}

async function read(req: MedusaRequest) {
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
