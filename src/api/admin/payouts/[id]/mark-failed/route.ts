import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { markPayoutWorkflow } from "../../../../../workflows/payout/settle-by-hand"
import type { WithReason } from "../../../../_contracts/payout-answers"
import { operatorOf } from "../../../../_kit/identity"
import { answerPayout } from "../../read-payout"

/** The operator knows that no money moved: `{ payout }`. */
export async function POST(
  req: MedusaRequest<WithReason>,
  res: MedusaResponse
): Promise<void> {
  const { reason } = req.validatedBody
  const mark = { status: "failed" as const, reason, by: operatorOf(req) }
  await markPayoutWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", ...mark },
  })
  await answerPayout(req, res)
}
