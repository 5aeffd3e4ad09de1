import { MedusaService } from "@medusajs/framework/utils"
import { OrderSet } from "./models/order-set"
import { OrderSetOrder } from "./models/order-set-order"

/** Which orders one cart became, and how its payment is shared among them. */
export class OrderSetModuleService extends MedusaService({
  OrderSet,
  OrderSetOrder,
}) {}
