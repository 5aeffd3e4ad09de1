import { Module } from "@medusajs/framework/utils"
import requirePaymentSplit from "./loaders/require-payment-split"
import { OrderSetModuleService } from "./service"

export const ORDER_SET_MODULE = "order_set"

export default Module(ORDER_SET_MODULE, {
  service: OrderSetModuleService,
  loaders: [requirePaymentSplit],
})
