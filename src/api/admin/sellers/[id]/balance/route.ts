import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  presentHold,
  presentOwedBalance,
  presentRelease,
  presentTerms,
} from "../../../../../workflows/payout/present-balance"
import { readBalanceWorkflow } from "../../../../../workflows/payout/read-balance"
import { listQuery } from "../../../../_contracts/list-query"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/**
 * What a seller has, as it reads it, with floors, hold and terms of release:
 * `{ balances, payout_hold, release_terms, upcoming_releases, count, offset, limit }`.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await readBalanceWorkflow(req.scope).run({
    input: { seller_id, limit, offset },
  })
  res.json({
    balances: result.balances.map(presentOwedBalance),
    payout_hold: presentHold(result.hold),
    release_terms: presentTerms(result.terms),
    upcoming_releases: result.releases.map(presentRelease),
    count: result.count,
    offset,
    limit,
  })
}
