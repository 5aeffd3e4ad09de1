import type { MedusaRequest } from "@medusajs/framework/http"
import type { TeamActor } from "../../../modules/seller/membership"
import { sellerContext } from "../../_kit/vendor-route"

/** The caller, as workflows about the team want to know it. */
export function teamActor(req: MedusaRequest): TeamActor {
  const { sellerId, memberId, roleId, permissions } = sellerContext(req)
  return {
    seller_id: sellerId,
    member_id: memberId,
    role_id: roleId,
    permissions,
  }
}
