import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MoveReturnRequest } from "../../../../_contracts/return-request"
import { moveOwnReturnRequest } from "../../own-requests"

/** Takes a request back that is not decided: `{ order_return_request }`. */
export async function POST(
  req: MedusaRequest<MoveReturnRequest>,
  res: MedusaResponse
): Promise<void> {
  const note = req.validatedBody.note ?? null
  res.json({
    order_return_request: await moveOwnReturnRequest(req, "withdrawn", note),
  })
}
