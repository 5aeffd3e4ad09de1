import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideRequestWorkflow } from "../../../../workflows/request/decide-request"
import {
  moveOf,
  type AnswerReturnRequest,
} from "../../../_contracts/return-request"
import { keepConflict } from "../../../_kit/keep-conflict"
import { sellerContext } from "../../../_kit/vendor-route"
import { readReturnRequest } from "../read-return-request"

/** One of them: `{ order_return_request }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ order_return_request: await readReturnRequest(req) })
}

/** Takes the goods back (`refunded`: a return waits for them), declines, or leaves it to the operator: `{ order_return_request }`. */
export async function POST(
  req: MedusaRequest<AnswerReturnRequest>,
  res: MedusaResponse
): Promise<void> {
  const { status, vendor_reviewer_note, location_id } = req.validatedBody
  const { id } = await readReturnRequest(req)
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
  res.json({ order_return_request: await readReturnRequest(req) })
}
