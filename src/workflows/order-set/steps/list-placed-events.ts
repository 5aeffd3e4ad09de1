import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MarketplaceEvents } from "../../../events"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"

/** What the placing of a set says: `order.placed` for each order, then `order_set.placed`. */
export const listPlacedEventsStep = createStep(
  "list-placed-events",
  async ({ id }: { id: string }, { container }) => {
    const orders = await container
      .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
      .listOrderSetOrders(
        { order_set_id: id },
        { select: ["id", "order_id"], order: { order_id: "ASC" } }
      )
    return new StepResponse([
      ...orders.map(({ order_id }) => ({
        event: String(OrderWorkflowEvents.PLACED),
        data: { id: order_id },
      })),
      { event: String(MarketplaceEvents.ORDER_SET_PLACED), data: { id } },
    ])
  }
)
