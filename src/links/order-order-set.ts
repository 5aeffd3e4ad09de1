import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import OrderSetModule from "../modules/order-set"

export default defineLink(
  { linkable: OrderModule.linkable.order, isList: true },
  OrderSetModule.linkable.orderSet,
  { database: { table: "marketplace_order_order_set" } }
)
