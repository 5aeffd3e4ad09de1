import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resendNoticeWorkflow } from "../../../../../../../workflows/notice/resend-notice"
import { presentDelivery } from "../../../../../../_contracts/notice"

/** Sends a dead letter again, now: `{ delivery }` with what came of it. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await resendNoticeWorkflow(req.scope).run({
    input: { id: req.params.id ?? "" },
  })
  res.json({ delivery: presentDelivery(result) })
}
