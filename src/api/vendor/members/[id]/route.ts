import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeMemberWorkflow } from "../../../../workflows/seller/remove-member"
import { updateMemberWorkflow } from "../../../../workflows/seller/update-member"
import { roleIdOf, type UpdateMember } from "../../../_contracts/member"
import { readMember } from "../read-member"
import { teamActor } from "../team-actor"

/** One member of the own team: `{ member }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ member: await readMember(req, req.params.id ?? "") })
}

/** Writes profile fields and role: `{ member }`. */
export async function POST(
  req: MedusaRequest<UpdateMember>,
  res: MedusaResponse
): Promise<void> {
  const { role, role_id, ...profile } = req.validatedBody
  const memberId = req.params.id ?? ""
  await updateMemberWorkflow(req.scope).run({
    input: {
      actor: teamActor(req),
      member_id: memberId,
      profile,
      role_id: roleIdOf({ role, role_id }),
    },
  })
  res.json({ member: await readMember(req, memberId) })
}

/** Ends the membership: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await removeMemberWorkflow(req.scope).run({
    input: { actor: teamActor(req), member_id: id },
  })
  res.json({ id, object: "member", deleted: true })
}
