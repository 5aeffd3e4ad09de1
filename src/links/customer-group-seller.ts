import CustomerModule from "@medusajs/medusa/customer"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: CustomerModule.linkable.customerGroup, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_customer_group_seller" } }
)
