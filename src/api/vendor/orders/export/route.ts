import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { startTransferWorkflow } from "../../../../workflows/transfer/start-transfer"
import type { ExportOrders } from "../../../_contracts/transfer"
import { presentTransfer } from "../../../_contracts/transfer"
import { sellerContext } from "../../../_kit/vendor-route"

/** Writes the seller's orders to a CSV in the background, a line an item: 202 `{ transfer }`, to be asked for at `/vendor/transfers/:id`. */
export async function POST(
  req: MedusaRequest<ExportOrders>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await startTransferWorkflow(req.scope).run({
    input: {
      ...{ kind: "order_export", seller_id: sellerId, member_id: memberId },
      input: { filters: req.validatedBody },
    },
  })
  res.status(202).json({ transfer: presentTransfer(result) })
}
