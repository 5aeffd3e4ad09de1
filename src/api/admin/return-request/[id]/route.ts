import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReturnRequestsWorkflow } from "../../../../workflows/order/list-return-requests"
import { decideRequestWorkflow } from "../../../../workflows/request/decide-request"
import {
  moveOf,
  presentReturnRequest,
  type DecideReturnRequest,
} from "../../../_contracts/return-request"
import { operatorOf } from "../../../_kit/identity"
import { keepConflict } from "../../../_kit/keep-conflict"
import { oneRow } from "../../../_kit/one-row"

/** One return request: `{ order_return_request }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ order_return_request: await read(req) })
}

/** The last word: takes the goods back, or not: `{ order_return_request, orderReturnRequest }`. */
export async function POST(
  req: MedusaRequest<DecideReturnRequest>,
  res: MedusaResponse
): Promise<void> {
  const { status, admin_reviewer_note } = req.validatedBody
  const { id } = await read(req)
  await keepConflict(
    decideRequestWorkflow(req.scope).run({
      input: {
        id,
        to: moveOf(status),
        actor_type: "user",
        actor_id: operatorOf(req),
        note: admin_reviewer_note ?? null,
      },
    })
  )
  const order_return_request = await read(req)
  res.json({ order_return_request, orderReturnRequest: order_return_request })
}

async function read(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { result } = await listReturnRequestsWorkflow(req.scope).run({
    input: { of: "all", id, limit: 1, offset: 0 },
  })
  return presentReturnRequest(oneRow(result.requests, "Return request", id))
}
