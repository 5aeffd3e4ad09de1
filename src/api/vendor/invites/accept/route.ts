import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptInviteWorkflow } from "../../../../workflows/seller/accept-invite"
import { presentInvite, type AcceptInvite } from "../../../_contracts/member"
import { identityOf } from "../../../_kit/identity"
import { keepConflict } from "../../../_kit/keep-conflict"

/** Joins a seller's team with the token of the mail: `{ invite }`. A new login is needed after it. */
export async function POST(
  req: MedusaRequest<AcceptInvite>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await keepConflict(
    acceptInviteWorkflow(req.scope).run({
      input: {
        auth_identity_id: identityOf(req).auth_identity_id,
        ...req.validatedBody,
      },
    })
  )
  res.json({ invite: presentInvite(result.invite) })
}
