import type { MedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { listTeamWorkflow } from "../../../workflows/seller/list-team"
import { presentMember } from "../../_contracts/member"
import {
  presentSeller,
  publicSellerQueryFields,
} from "../../_contracts/public-seller"
import { sellerContext } from "../../_kit/vendor-route"

/**
 * One member of the caller's seller, with that seller.
 *
 * @throws MedusaError NOT_FOUND also for members of other sellers.
 */
export async function readMember(req: MedusaRequest, memberId: string) {
  const { sellerId } = sellerContext(req)
  const { result } = await listTeamWorkflow(req.scope).run({
    input: { seller_id: sellerId, member_id: memberId, limit: 1, offset: 0 },
  })
  const [member] = result.members
  if (!member) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Member with id: ${memberId} was not found`
    )
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "seller",
      fields: publicSellerQueryFields,
      filters: { id: sellerId },
    })
  return { ...presentMember(member), seller: data.map(presentSeller)[0] }
}
