import type { MedusaContainer } from "@medusajs/framework/types"
import { MarketplaceEvents } from "../../../events"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

const sellersOf = (container: MedusaContainer) =>
  container.resolve<SellerModuleService>(SELLER_MODULE)

/** A seller that applied or changed its status; the version is the row of its history. */
export const sellerFacts: ReadFacts = async (container, payload, event) => {
  const service = sellersOf(container)
  const id = textOf(payload, "id")
  const [seller] = await service.listSellers({ id })
  if (!seller) {
    return null
  }
  const [change] =
    event === MarketplaceEvents.SELLER_REGISTERED
      ? []
      : await service.listSellerStatusChanges(
          { seller_id: id, to_status: textOf(payload, "to") },
          { order: { created_at: "DESC" }, take: 1 }
        )
  const { vendorUrl } = service.options
  return {
    resource_type: "seller",
    resource_id: id,
    version: change?.id ?? "1",
    seller_id: id,
    data: {
      seller: seller.name,
      reason: change?.reason ?? null,
      url: vendorUrl,
    },
  }
}

/** Somebody who joined or left a team. */
export const memberFacts: ReadFacts = async (container, payload) => {
  const service = sellersOf(container)
  const sellerId = textOf(payload, "seller_id")
  // An accepted invitation names its member, a removal is named after it.
  const memberId = payload.member_id
    ? textOf(payload, "member_id")
    : textOf(payload, "id")
  const [member] = await service.listMembers({ id: memberId })
  const [seller] = await service.listSellers({ id: sellerId })
  const [membership] = await service.listSellerMembers(
    { seller_id: sellerId, member_id: memberId },
    { withDeleted: true, order: { created_at: "DESC" }, take: 1 }
  )
  return member && seller
    ? {
        resource_type: "member",
        resource_id: memberId,
        version: membership?.id ?? sellerId,
        seller_id: sellerId,
        data: {
          seller: seller.name,
          member: member.name || member.email,
          role: membership?.role_id,
        },
      }
    : null
}

/** Who applied with a seller. */
export const ownerFacts: ReadFacts = async (container, payload, event) => {
  const seller_id = textOf(payload, "id")
  const [owner] = await sellersOf(container).listSellerMembers({
    seller_id,
    role_id: "role_owner",
  })
  return owner
    ? await memberFacts(container, { id: owner.member_id, seller_id }, event)
    : null
}

/** Somebody who is invited to a team. */
export const inviteFacts: ReadFacts = async (container, payload) => {
  const service = sellersOf(container)
  const id = textOf(payload, "id")
  const [invite] = await service.listSellerInvites({ id })
  const [seller] = await service.listSellers({
    id: textOf(payload, "seller_id"),
  })
  return invite && seller
    ? {
        resource_type: "seller_invite",
        resource_id: id,
        version: "1",
        seller_id: seller.id,
        data: { seller: seller.name, member: invite.email },
      }
    : null
}

/** Who owns a seller now. */
export const newOwnerFacts: ReadFacts = async (container, payload, event) => {
  const [member_id, seller_id] = [textOf(payload, "to"), textOf(payload, "id")]
  const facts = await memberFacts(container, { member_id, seller_id }, event)
  return (
    facts && {
      ...facts,
      version: `${textOf(payload, "from")}:${facts.version}`,
    }
  )
}
