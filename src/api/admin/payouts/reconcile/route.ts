import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importPayoutReportWorkflow } from "../../../../workflows/payout/import-payout-report"
import {
  presentUnmatched,
  type ReconcilePayouts,
} from "../../../_contracts/payout-answers"
import { operatorOf } from "../../../_kit/identity"

/**
 * Reads what a provider says it did:
 * `{ report: { read, new, matched }, unmatched_lines, unreported_payouts }`, the last two with `age_hours`.
 */
export async function POST(
  req: MedusaRequest<ReconcilePayouts>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await importPayoutReportWorkflow(req.scope).run({
    input: { ...req.validatedBody, imported_by: operatorOf(req) },
  })
  const { open, ...report } = result
  res.json({ report, ...presentUnmatched(open) })
}
