import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverNotices } from "./deliver-notices"
import { keepNoticesStep } from "./keep-notices"
import type { Told } from "./plan-notices"

const deliverKeptStep = createStep(
  "deliver-kept-notices",
  // no undo: what is sent is sent
  async (ids: string[], { container }) =>
    new StepResponse(await deliverNotices(container, ids))
)

export const notifyWorkflowId = "notify"

/**
 * Tells everybody whom the table names of one event: keeps a notice for each
 * recipient and channel, then sends those that are due. An event that comes again
 * finds its notices sent; what could not be sent is tried again by a sweeper.
 *
 * @throws MedusaError UNEXPECTED_STATE when the payload lacks the id that it is named for.
 */
export const notifyWorkflow = createWorkflow(
  notifyWorkflowId,
  (input: Told) => {
    const ids = keepNoticesStep([input])
    return new WorkflowResponse(deliverKeptStep(ids))
  }
)
