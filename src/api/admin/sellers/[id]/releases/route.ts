import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { releaseOrderEarningsWorkflow } from "../../../../../workflows/payout/decide-seller-money"
import type { ReleaseOrder } from "../../../../_contracts/seller-money"
import { operatorOf } from "../../../../_kit/identity"
import { sellerIdOf } from "../../read-seller"

/** Releases what an order has pending before its time: `{ order_id, transaction_id }`. */
export async function POST(
  req: MedusaRequest<ReleaseOrder>,
  res: MedusaResponse
): Promise<void> {
  const { order_id } = req.validatedBody
  const { result } = await releaseOrderEarningsWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      seller_id: sellerIdOf(req.params.id),
      created_by: operatorOf(req),
    },
  })
  res.json({ order_id, transaction_id: result })
}
