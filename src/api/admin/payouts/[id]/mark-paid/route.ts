import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { markPayoutWorkflow } from "../../../../../workflows/payout/settle-by-hand"
import type { MarkPayoutPaid } from "../../../../_contracts/payout-answers"
import { operatorOf } from "../../../../_kit/identity"
import { answerPayout } from "../../read-payout"

/** The operator paid it, with the bank's reference: `{ payout }`. */
export async function POST(
  req: MedusaRequest<MarkPayoutPaid>,
  res: MedusaResponse
): Promise<void> {
  const { reference } = req.validatedBody
  const mark = { status: "paid" as const, reference, by: operatorOf(req) }
  await markPayoutWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", ...mark },
  })
  await answerPayout(req, res)
}
