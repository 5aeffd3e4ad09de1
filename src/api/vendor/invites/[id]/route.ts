import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { revokeInviteWorkflow } from "../../../../workflows/seller/revoke-invite"
import { sellerContext } from "../../../_kit/vendor-route"

/** Withdraws an open invitation: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await revokeInviteWorkflow(req.scope).run({
    input: { id, seller_id: sellerContext(req).sellerId },
  })
  res.json({ id, object: "invite", deleted: true })
}
