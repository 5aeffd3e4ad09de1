import type { OrderSetModuleService } from "../../modules/order-set/service"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import { registerHealthCheck } from "../sweeper/health-checks"

registerHealthCheck({
  name: "seller-orders-differ-from-orders",
  count: async (container) =>
    await container
      .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
      .countWrongSellerOrders(),
})
