import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MoveReturnRequest } from "../../../../_contracts/return-request"
import { moveOwnReturnRequest } from "../../own-requests"

/** Brings a declined request before the operator: `{ order_return_request }`. */
export async function POST(
  req: MedusaRequest<MoveReturnRequest>,
  res: MedusaResponse
): Promise<void> {
  const note = req.validatedBody.note ?? null
  res.json({
    order_return_request: await moveOwnReturnRequest(req, "escalated", note),
  })
}
