import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { inviteSellerWorkflow } from "../../../../workflows/seller/invite-seller"
import type { InviteSeller } from "../../../_contracts/seller"

/** Mails the address of the registration page: 201 `{ invitation }`. */
export async function POST(
  req: MedusaRequest<InviteSeller>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await inviteSellerWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.status(201).json({ invitation: result })
}
