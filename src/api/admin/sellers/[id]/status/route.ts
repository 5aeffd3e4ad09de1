import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeSellerStatusWorkflow } from "../../../../../workflows/seller/change-seller-status"
import type { ChangeSellerStatus } from "../../../../_contracts/seller"
import { operatorOf } from "../../../../_kit/identity"
import { readSeller, sellerIdOf } from "../../read-seller"

/** Takes the seller through one row of the lifecycle, with a reason: `{ seller }`. */
export async function POST(
  req: MedusaRequest<ChangeSellerStatus>,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  const { status, reason } = req.validatedBody
  await changeSellerStatusWorkflow(req.scope).run({
    input: {
      seller_id: id,
      to: status,
      by: "operator",
      actor_id: operatorOf(req),
      reason,
    },
  })
  res.json({ seller: await readSeller(req.scope, id) })
}
