import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { payoutSortColumns } from "../../../modules/payout/payouts/search"
import { listPayoutsWorkflow } from "../../../workflows/payout/list-payouts"
import { listQuery } from "../../_contracts/list-query"
import { presentPayout } from "../../_contracts/payout-answers"

/**
 * All payouts: `{ payouts, count, offset, limit }`, by `q`, `id`, `seller_id`,
 * `status`, `provider_id`, `currency_code`, `run_id`, `created_at`.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { values, ...query } = listQuery(req.query, payoutSortColumns)
  const { result } = await listPayoutsWorkflow(req.scope).run({
    input: {
      ...query,
      ids: values("id"),
      seller_ids: values("seller_id"),
      statuses: values("status"),
      provider_ids: values("provider_id"),
      currency_codes: values("currency_code"),
      run_ids: values("run_id"),
    },
  })
  res.json({
    payouts: result.payouts.map(presentPayout),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}
