import PromotionModule from "@medusajs/medusa/promotion"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: PromotionModule.linkable.campaign, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_campaign_seller" } }
)
