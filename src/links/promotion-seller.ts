import { defineLink } from "@medusajs/framework/utils"
import PromotionModule from "@medusajs/medusa/promotion"
import SellerModule from "../modules/seller"

/** A promotion of a seller's own; without a seller it is the operator's. */
export default defineLink(
  { linkable: PromotionModule.linkable.promotion, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_promotion_seller" } }
)
