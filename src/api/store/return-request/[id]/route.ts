import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readOwnReturnRequest } from "../own-requests"

/** One return request of the customer: `{ order_return_request }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({
    order_return_request: await readOwnReturnRequest(req, req.params.id ?? ""),
  })
}
