import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { payoutSortColumns } from "../../../modules/payout/payouts/search"
import { listPayoutsWorkflow } from "../../../workflows/payout/list-payouts"
import { ensureAccount } from "../../../workflows/payout/read-payout-account"
import { listQuery } from "../../_contracts/list-query"
import { presentOwnPayout } from "../../_contracts/payout-answers"
import { sellerContext } from "../../_kit/vendor-route"

/** What the seller was paid: `{ payouts, count, offset, limit }`, by `q`, `id`, `status`, `currency_code`, `created_at`; 404 without a payout account. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId } = sellerContext(req)
  await ensureAccount(req.scope, sellerId)
  const { values, ...query } = listQuery(req.query, payoutSortColumns)
  const { result } = await listPayoutsWorkflow(req.scope).run({
    input: {
      ...query,
      seller_ids: [sellerId],
      ids: values("id"),
      statuses: values("status"),
      currency_codes: values("currency_code"),
    },
  })
  res.json({
    payouts: result.payouts.map(presentOwnPayout),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}
