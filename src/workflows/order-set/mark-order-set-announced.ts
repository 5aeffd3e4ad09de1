import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"

const markAnnouncedStep = createStep(
  "mark-order-set-announced",
  // no undo: an event that somebody received is out
  async ({ id }: { id: string }, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    return new StepResponse(await sets.markAnnounced(id))
  }
)

export const markOrderSetAnnouncedWorkflowId = "mark-order-set-announced"

/** Notes that the events of a set's placing were received; again is harmless. */
export const markOrderSetAnnouncedWorkflow = createWorkflow(
  markOrderSetAnnouncedWorkflowId,
  (input: { id: string }) => new WorkflowResponse(markAnnouncedStep(input))
)
