import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverKeptNoticesWorkflow } from "../notice/deliver-kept-notices"
import { keepNoticesWorkflow } from "../notice/keep-notices"
import { listPlacedEventsStep } from "./steps/list-placed-events"
import { markAnnouncedStep } from "./steps/mark-announced"

export const markOrderSetAnnouncedWorkflowId = "mark-order-set-announced"

/**
 * Notes that the events of a set's placing were received, and first keeps whom
 * they are to be told: a bus in memory may lose what its other listeners have not
 * done yet. Again is harmless.
 */
export const markOrderSetAnnouncedWorkflow = createWorkflow(
  markOrderSetAnnouncedWorkflowId,
  (input: { id: string }) => {
    const events = listPlacedEventsStep(input)
    const ids = keepNoticesWorkflow.runAsStep({ input: { events } })
    const marked = markAnnouncedStep(input)
    deliverKeptNoticesWorkflow.runAsStep({ input: { ids } })
    return new WorkflowResponse(marked)
  }
)
