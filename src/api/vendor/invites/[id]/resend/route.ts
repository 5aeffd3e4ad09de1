import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resendInviteWorkflow } from "../../../../../workflows/seller/resend-invite"
import { presentInvite } from "../../../../_contracts/member"
import { sellerContext } from "../../../../_kit/vendor-route"

/** Mails a new link; the former one ends: `{ invite }`. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await resendInviteWorkflow(req.scope).run({
    input: {
      id: req.params.id ?? "",
      seller_id: sellerContext(req).sellerId,
    },
  })
  res.json({ invite: presentInvite(result) })
}
