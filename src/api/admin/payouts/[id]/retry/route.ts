import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { retryPayoutWorkflow } from "../../../../../workflows/payout/retry-payout"
import { operatorOf } from "../../../../_kit/identity"
import { answerPayout } from "../../read-payout"

/** Tries it again: `{ payout }`, which is a new one when this one failed or came back. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { result } = await retryPayoutWorkflow(req.scope).run({
    input: { id, by: operatorOf(req) },
  })
  if (!result) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Nothing can be paid to the seller of payout ${id} now: its account, its holds and its balance say why`
    )
  }
  await answerPayout(req, res, result)
}
