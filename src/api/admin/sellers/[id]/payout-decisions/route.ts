import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPayoutDecisionsWorkflow } from "../../../../../workflows/payout/search-books"
import { listQuery } from "../../../../_contracts/list-query"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/** Who held, released or limited a seller's payouts, and why: `{ payout_decisions, count, offset, limit }`, newest first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await listPayoutDecisionsWorkflow(req.scope).run({
    input: { seller_id, limit, offset },
  })
  const { rows, count } = result
  res.json({ payout_decisions: rows, count, offset, limit })
}
