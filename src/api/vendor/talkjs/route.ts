import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Classic panels ask here for chats of an external service; there are none. */
export function GET(_req: MedusaRequest, res: MedusaResponse): void {
  res.json({ conversations: [] })
}
