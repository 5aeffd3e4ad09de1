import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  presentBalance,
  presentHold,
  presentRelease,
} from "../../../workflows/payout/present-balance"
import { readBalanceWorkflow } from "../../../workflows/payout/read-balance"
import { listQuery } from "../../_contracts/list-query"
import { sellerContext } from "../../_kit/vendor-route"

/**
 * What the seller has per currency, in major units, and what becomes available
 * when: `{ balances, payout_hold, upcoming_releases, count, offset, limit }`,
 * paged over the releases, the next one first.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await readBalanceWorkflow(req.scope).run({
    input: { seller_id: sellerContext(req).sellerId, limit, offset },
  })
  res.json({
    balances: result.balances.map(presentBalance),
    payout_hold: presentHold(result.hold),
    upcoming_releases: result.releases.map(presentRelease),
    count: result.count,
    offset,
    limit,
  })
}
