import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

export type TellAlertInput = { event: string; data: Record<string, unknown> }

export const tellAlertWorkflowId = "tell-alert"

/** Says that a condition began. */
export const tellAlertWorkflow = createWorkflow(
  tellAlertWorkflowId,
  ({ event, data }: TellAlertInput) => {
    emitEventStep({ eventName: event, data })
    return new WorkflowResponse(undefined)
  }
)
