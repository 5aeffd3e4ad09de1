import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { WithdrawRequest } from "../../../../_contracts/request"
import { readOwnRequest } from "../../read-own-request"
import { withdraw } from "../../withdraw"

/** Takes a pending request back: `{ request }`. */
export async function POST(
  req: MedusaRequest<WithdrawRequest>,
  res: MedusaResponse
): Promise<void> {
  await withdraw(req, req.params.id ?? "", req.validatedBody.note ?? null)
  res.json({ request: await readOwnRequest(req) })
}
