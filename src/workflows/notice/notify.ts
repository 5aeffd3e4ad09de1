import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverKeptStep } from "./deliver-kept-notices"
import { keepNoticesStep } from "./keep-notices"
import type { Told } from "./plan-notices"

export const notifyWorkflowId = "notify"

/**
 * Tells everybody whom the table names of one event: keeps a notice for each
 * recipient and channel, then sends. An event that comes again finds its notices
 * kept and sends nothing; what could not be sent is tried again by a sweeper.
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
