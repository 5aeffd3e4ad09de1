import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { transferOwnershipWorkflow } from "../../../../../workflows/seller/transfer-ownership"
import type { TransferOwnership } from "../../../../_contracts/member"
import { teamActor } from "../../../members/team-actor"

/** Hands the seller over to another of its members: `{ owner: { id } }`. */
export async function POST(
  req: MedusaRequest<TransferOwnership>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await transferOwnershipWorkflow(req.scope).run({
    input: {
      actor: teamActor(req),
      member_id: req.validatedBody.member_id,
    },
  })
  res.json({ owner: { id: result } })
}
