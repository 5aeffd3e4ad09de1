import {
  EventPriority,
  Modules,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MarketplaceEvents } from "../../events"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"

const announceStep = createStep(
  "announce-order-set",
  // no undo: what was said stays said
  async ({ id }: { id: string }, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const orders = await sets.listOrderSetOrders(
      { order_set_id: id },
      { select: ["id", "order_id"], order: { order_id: "ASC" } }
    )
    // Not by emitEventStep: its events leave after the workflow, and the mark
    // may be set only once the bus has them.
    const bus = container.resolve(Modules.EVENT_BUS)
    await bus.emit(
      orders.map(({ order_id }) => ({
        name: OrderWorkflowEvents.PLACED,
        data: { id: order_id },
      })),
      { priority: EventPriority.CRITICAL }
    )
    await bus.emit({ name: MarketplaceEvents.ORDER_SET_PLACED, data: { id } })
    return new StepResponse(await sets.markAnnounced(id))
  }
)

export const announceOrderSetWorkflowId = "announce-order-set"

/**
 * Says again that a set was placed: `order.placed` for each order, then
 * `order_set.placed`. For a set whose process died between the mark `placed`
 * and the release of its events.
 *
 * @returns `false` when somebody else announced it meanwhile: both were heard.
 */
export const announceOrderSetWorkflow = createWorkflow(
  announceOrderSetWorkflowId,
  (input: { id: string }) => new WorkflowResponse(announceStep(input))
)
