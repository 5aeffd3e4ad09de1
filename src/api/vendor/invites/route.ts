import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { inviteMemberWorkflow } from "../../../workflows/seller/invite-member"
import { listQuery, pageOf } from "../../_contracts/list-query"
import {
  inviteSortColumns,
  presentInvite,
  roleIdOf,
  type CreateInvite,
} from "../../_contracts/member"
import { keepConflict } from "../../_kit/keep-conflict"
import { sellerContext } from "../../_kit/vendor-route"
import { teamActor } from "../members/team-actor"

/** Invitations that were not withdrawn: `{ invites, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order, q } = listQuery(req.query, inviteSortColumns)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "seller_invite",
    fields: ["*"],
    filters: {
      ...sellerColumnFilter(sellerContext(req).sellerId),
      revoked_at: null,
      ...(q ? { email: { $ilike: `%${q}%` } } : {}),
    },
    pagination: pageOf({ limit, offset, order }),
  })
  res.json({
    invites: data.map(presentInvite),
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}

/** Invites somebody by mail: 201 `{ invite }`, without the token. */
export async function POST(
  req: MedusaRequest<CreateInvite>,
  res: MedusaResponse
): Promise<void> {
  const { email, ...role } = req.validatedBody
  const { result } = await keepConflict(
    inviteMemberWorkflow(req.scope).run({
      input: {
        actor: teamActor(req),
        email,
        role_id: roleIdOf(role) ?? "role_manager",
      },
    })
  )
  res.status(201).json({ invite: presentInvite(result) })
}
