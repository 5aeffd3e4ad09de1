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
import { deliverKeptNoticesWorkflow } from "../notice/deliver-kept-notices"
import { keepNoticesWorkflow } from "../notice/keep-notices"
import type { Told } from "../notice/plan-notices"
import { listPlacedEventsStep } from "./steps/list-placed-events"
import { markAnnouncedStep } from "./steps/mark-announced"

const emitAgainStep = createStep(
  "emit-placed-events-again",
  // no undo: what was said stays said
  async (events: Told[], { container }) => {
    // Not by emitEventStep: its events leave after the workflow, and the mark
    // may be set only once the bus has them.
    const bus = container.resolve(Modules.EVENT_BUS)
    const isOrders = ({ event }: Told) => event === OrderWorkflowEvents.PLACED
    const messages = (some: Told[]) =>
      some.map(({ event, data }) => ({ name: event, data }))
    await bus.emit(messages(events.filter(isOrders)), {
      priority: EventPriority.CRITICAL,
    })
    await bus.emit(messages(events.filter((one) => !isOrders(one))))
    return new StepResponse(undefined)
  }
)

export const announceOrderSetWorkflowId = "announce-order-set"

/**
 * Says again that a set was placed: `order.placed` for each order, then
 * `order_set.placed`. For a set whose process died between the mark `placed`
 * and the release of its events, or before somebody heard them. Whom they are to
 * be told is kept first, so that a bus that loses them loses no notice.
 *
 * @returns `false` when somebody else announced it meanwhile: both were heard.
 */
export const announceOrderSetWorkflow = createWorkflow(
  announceOrderSetWorkflowId,
  (input: { id: string }) => {
    const events = listPlacedEventsStep(input)
    const ids = keepNoticesWorkflow.runAsStep({ input: { events } })
    emitAgainStep(events)
    const marked = markAnnouncedStep(input)
    deliverKeptNoticesWorkflow.runAsStep({ input: { ids } })
    return new WorkflowResponse(marked)
  }
)
