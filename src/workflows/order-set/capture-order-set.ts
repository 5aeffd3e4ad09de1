import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { capturePaymentsStep } from "./steps/capture-payments"
import { findDueCapturesStep } from "./steps/find-due-captures"

export type CaptureOrderSetInput = { id: string }

export const captureOrderSetWorkflowId = "capture-order-set"

/**
 * Captures every payment of a placed set that is neither captured nor cancelled.
 * Running again captures what is left; nothing is ever captured twice.
 *
 * @returns The ids of the payments captured now.
 * @throws MedusaError NOT_ALLOWED when the set is not placed.
 */
export const captureOrderSetWorkflow = createWorkflow(
  captureOrderSetWorkflowId,
  (input: CaptureOrderSetInput) => {
    const due = findDueCapturesStep(
      transform({ input }, ({ input }) => ({
        id: input.id,
        which: "all" as const,
      }))
    )
    return new WorkflowResponse(capturePaymentsStep(due))
  }
)
