import type { LinkDefinition } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { OwnedEntity } from "./ownership"
import { toSellerId } from "./seller-id"

/** Entities whose seller stands in a link row of their own; keys in `defineLink` order. */
const linkKeys = {
  product: [Modules.PRODUCT, "product_id"],
  inventory_item: [Modules.INVENTORY, "inventory_item_id"],
  stock_location: [Modules.STOCK_LOCATION, "stock_location_id"],
  fulfillment_set: [Modules.FULFILLMENT, "fulfillment_set_id"],
  service_zone: [Modules.FULFILLMENT, "service_zone_id"],
  shipping_option: [Modules.FULFILLMENT, "shipping_option_id"],
  shipping_profile: [Modules.FULFILLMENT, "shipping_profile_id"],
  promotion: [Modules.PROMOTION, "promotion_id"],
  campaign: [Modules.PROMOTION, "campaign_id"],
  price_list: [Modules.PRICING, "price_list_id"],
  customer_group: [Modules.CUSTOMER, "customer_group_id"],
} as const satisfies Partial<Record<OwnedEntity, readonly [string, string]>>

export type LinkedEntity = keyof typeof linkKeys

/**
 * The link that makes a row a seller's own.
 *
 * @throws MedusaError UNEXPECTED_STATE when the seller id is empty.
 */
export function ownerLink(
  entity: LinkedEntity,
  id: string,
  sellerId: string
): LinkDefinition {
  const [module, key] = linkKeys[entity]
  return {
    [module]: { [key]: id },
    seller: { seller_id: toSellerId(sellerId) },
  }
}
