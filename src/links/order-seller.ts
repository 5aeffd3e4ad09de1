import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: OrderModule.linkable.order, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_order_seller" } }
)
