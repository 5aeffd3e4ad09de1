import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { toSellerId, type SellerId } from "../../../scope/seller-id"
import { listSellersWorkflow } from "../../../workflows/seller/list-sellers"
import { listTeamWorkflow } from "../../../workflows/seller/list-team"
import { presentMember } from "../../_contracts/member"
import { presentOwnSeller } from "../../_contracts/seller"

/** @throws MedusaError NOT_FOUND for what cannot be a seller's id. */
export function sellerIdOf(param: string | undefined): SellerId {
  if (!param || !/^sel_\w+$/.test(param)) {
    throw missing(param)
  }
  return toSellerId(param)
}

/**
 * A seller as the operator reads it, with its members and the history of its status.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function readSeller(scope: MedusaContainer, id: SellerId) {
  const seller = await readOwnSeller(scope, id)
  const { result: team } = await listTeamWorkflow(scope).run({
    input: { seller_id: id, limit: 9999, offset: 0 },
  })
  const { data: changes } = await scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "seller_status_change",
      fields: ["from_status", "to_status", "reason", "actor_id", "created_at"],
      filters: sellerColumnFilter(id),
      pagination: { order: { created_at: "ASC" } },
    })
  return {
    ...seller,
    members: team.members.map(presentMember),
    status_changes: changes,
  }
}

/** @throws MedusaError NOT_FOUND */
export async function readOwnSeller(scope: MedusaContainer, id: SellerId) {
  const { result } = await listSellersWorkflow(scope).run({
    input: { ids: [id], limit: 1, offset: 0 },
  })
  const [seller] = result.sellers
  if (!seller) {
    throw missing(id)
  }
  return presentOwnSeller(seller)
}

function missing(id: string | undefined): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Seller with id: ${id} was not found`
  )
}
