import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { holdPayoutsWorkflow } from "../../../../../workflows/payout/decide-seller-money"
import type { HoldPayouts } from "../../../../_contracts/seller-money"
import { operatorOf } from "../../../../_kit/identity"
import { readOwnSeller, sellerIdOf } from "../../read-seller"
import { GET as answerBalance } from "../balance/route"

/** Stops a seller's payouts until a date, or lets them go on (`until: null`), and answers as `GET …/balance` does. */
export async function POST(
  req: MedusaRequest<HoldPayouts>,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  await holdPayoutsWorkflow(req.scope).run({
    input: { ...req.validatedBody, seller_id, created_by: operatorOf(req) },
  })
  await answerBalance(req, res)
}
