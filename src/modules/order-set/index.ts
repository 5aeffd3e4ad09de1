import { Module } from "@medusajs/framework/utils"
import { OrderSetModuleService } from "./service"

export const ORDER_SET_MODULE = "order_set"

export default Module(ORDER_SET_MODULE, { service: OrderSetModuleService })
