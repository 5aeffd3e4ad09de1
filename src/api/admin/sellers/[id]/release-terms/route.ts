import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setReleaseTermsWorkflow } from "../../../../../workflows/payout/decide-seller-money"
import type { SetReleaseTerms } from "../../../../_contracts/seller-money"
import { operatorOf } from "../../../../_kit/identity"
import { readOwnSeller, sellerIdOf } from "../../read-seller"
import { GET as answerBalance } from "../balance/route"

/** Sets where a seller's terms differ from the options, and answers as `GET …/balance` does. */
export async function POST(
  req: MedusaRequest<SetReleaseTerms>,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const { reason, reserve_percent, ...terms } = req.validatedBody
  await setReleaseTermsWorkflow(req.scope).run({
    input: {
      ...{ seller_id, reason, created_by: operatorOf(req) },
      terms: {
        ...terms,
        reserve_basis_points:
          reserve_percent === null ? null : Math.round(reserve_percent * 100),
      },
    },
  })
  await answerBalance(req, res)
}
