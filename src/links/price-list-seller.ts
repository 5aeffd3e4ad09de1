import PricingModule from "@medusajs/medusa/pricing"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: PricingModule.linkable.priceList, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_price_list_seller" } }
)
