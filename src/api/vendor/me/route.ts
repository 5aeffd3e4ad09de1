import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { updateMemberWorkflow } from "../../../workflows/seller/update-member"
import type { UpdateOwnMember } from "../../_contracts/member"
import { sellerContext } from "../../_kit/vendor-route"
import { readMember } from "../members/read-member"
import { teamActor } from "../members/team-actor"

/** The caller, with its seller and what its role may do: `{ member }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { memberId, permissions } = sellerContext(req)
  res.json({ member: { ...(await readMember(req, memberId)), permissions } })
}

/** Writes the own profile: `{ member }`. */
export async function POST(
  req: MedusaRequest<UpdateOwnMember>,
  res: MedusaResponse
): Promise<void> {
  await updateMemberWorkflow(req.scope).run({
    input: {
      actor: teamActor(req),
      member_id: sellerContext(req).memberId,
      profile: req.validatedBody,
    },
  })
  await GET(req, res)
}
