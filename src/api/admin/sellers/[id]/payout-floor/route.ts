import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setPayoutFloorWorkflow } from "../../../../../workflows/payout/decide-seller-money"
import type { SetPayoutFloor } from "../../../../_contracts/seller-money"
import { operatorOf } from "../../../../_kit/identity"
import { readOwnSeller, sellerIdOf } from "../../read-seller"
import { GET as answerBalance } from "../balance/route"

/** Sets below which balance a seller is not paid, and answers as `GET …/balance` does. */
export async function POST(
  req: MedusaRequest<SetPayoutFloor>,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  await setPayoutFloorWorkflow(req.scope).run({
    input: { ...req.validatedBody, seller_id, created_by: operatorOf(req) },
  })
  await answerBalance(req, res)
}
