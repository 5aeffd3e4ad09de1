import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { runPayoutsWorkflow } from "../../../../workflows/payout/run-payouts"
import type { RunPayouts } from "../../../_contracts/payout-answers"
import { operatorOf } from "../../../_kit/identity"

/**
 * Pays all that are due, or one seller whatever its schedule says:
 * `{ run_id, payout_ids, failed }`. While it works, `GET /admin/payouts/runs`
 * shows how far it is. Twice at once pays nobody twice.
 */
export async function POST(
  req: MedusaRequest<RunPayouts>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await runPayoutsWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: operatorOf(req) },
  })
  const { id, payout_ids, failed } = result
  res.json({ run_id: id ?? null, payout_ids, failed })
}
