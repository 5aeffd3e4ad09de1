import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPayoutFile } from "../../../../../../workflows/payout/make-payout-file"

/** The file itself, to upload at the bank. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const file = await readPayoutFile(req.scope, req.params.id ?? "")
  res.setHeader("content-type", file?.mime_type ?? "text/plain")
  res.setHeader(
    "content-disposition",
    `attachment; filename="${file?.filename ?? "payouts"}"`
  )
  res.send(file?.content)
}
