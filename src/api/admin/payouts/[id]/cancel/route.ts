import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelPayoutWorkflow } from "../../../../../workflows/payout/settle-by-hand"
import type { WithReason } from "../../../../_contracts/payout-answers"
import { operatorOf } from "../../../../_kit/identity"
import { answerPayout } from "../../read-payout"

/** Takes the payout back, with a reason: `{ payout }`. */
export async function POST(
  req: MedusaRequest<WithReason>,
  res: MedusaResponse
): Promise<void> {
  const { reason } = req.validatedBody
  await cancelPayoutWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", reason, by: operatorOf(req) },
  })
  await answerPayout(req, res)
}
