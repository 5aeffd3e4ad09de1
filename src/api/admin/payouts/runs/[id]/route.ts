import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPayoutRunsWorkflow } from "../../../../../workflows/payout/list-payout-runs"
import { presentRun } from "../../../../_contracts/payout-answers"

/** One run: `{ payout_run }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await listPayoutRunsWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", limit: 1, offset: 0 },
  })
  res.json({ payout_run: result.runs.map(presentRun)[0] })
}
