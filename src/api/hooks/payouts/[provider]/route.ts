import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receivePayoutEventWorkflow } from "../../../../workflows/payout/receive-payout-event"

/** A payout provider's message: 200 only once it is verified and kept, 401 for a forged one. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const raw: unknown = req.rawBody
  await receivePayoutEventWorkflow(req.scope).run({
    input: {
      provider_id: req.params.provider ?? "",
      body: Buffer.isBuffer(raw) ? raw.toString("base64") : "",
      headers: plainHeaders(req),
    },
  })
  res.sendStatus(200)
}

function plainHeaders(req: MedusaRequest): Record<string, string> {
  const entries = Object.entries(req.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : []
  )
  return Object.fromEntries(entries)
}
