import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverNotices } from "./deliver-notices"

export const deliverKeptStep = createStep(
  "deliver-kept-notices",
  // no undo: what is sent is sent
  async (ids: string[], { container }) =>
    new StepResponse(await deliverNotices(container, ids))
)

export const deliverKeptNoticesWorkflowId = "deliver-kept-notices"

/** Sends notices at once that were just kept; what cannot be sent is tried again by a sweeper. */
export const deliverKeptNoticesWorkflow = createWorkflow(
  deliverKeptNoticesWorkflowId,
  (input: { ids: string[] }) => new WorkflowResponse(deliverKeptStep(input.ids))
)
