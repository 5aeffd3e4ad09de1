import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPayout } from "../read-payout"

/** One payout with what it settled: `{ payout: { …, items, items_count } }`; `limit` and `offset` page the items. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  await answerPayout(req, res)
}
