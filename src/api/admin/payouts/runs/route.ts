import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPayoutRunsWorkflow } from "../../../../workflows/payout/list-payout-runs"
import { listQuery } from "../../../_contracts/list-query"
import { presentRun } from "../../../_contracts/payout-answers"

/** Runs, newest first, with what became of their payouts: `{ payout_runs, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await listPayoutRunsWorkflow(req.scope).run({
    input: { limit, offset },
  })
  const { runs, count } = result
  res.json({ payout_runs: runs.map(presentRun), count, offset, limit })
}
