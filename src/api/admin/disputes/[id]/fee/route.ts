import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { chargeDisputeFeeWorkflow } from "../../../../../workflows/payout/keep-dispute"
import { presentDispute } from "../../../../../workflows/payout/present-dispute"
import type { ChargeDisputeFee } from "../../../../_contracts/dispute"
import { operatorOf } from "../../../../_kit/identity"

/** What the payment service charges for the dispute, once: `{ dispute }`. */
export async function POST(
  req: MedusaRequest<ChargeDisputeFee>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await chargeDisputeFeeWorkflow(req.scope).run({
    input: {
      ...{ id: req.params.id ?? "", amount: req.validatedBody.amount },
      charged_by: operatorOf(req),
    },
  })
  res.json({ dispute: presentDispute(result) })
}
