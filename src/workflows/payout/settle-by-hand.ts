import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { emitOutboxStep } from "./emit-outbox"

export type CancelPayoutInput = {
  id: string
  reason: string
  /** The operator. */
  by: string
}

/** no undo: the provider took the transfer back. */
const cancelPayoutStep = createStep(
  "cancel-payout",
  async ({ id, reason, by }: CancelPayoutInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    await payout.cancelPayout({ payout_id: id, reason, by })
    return new StepResponse(undefined)
  }
)

export const cancelPayoutWorkflowId = "cancel-payout"

/**
 * Takes a payout back before it left, or has its provider take it back; its
 * money is available again, and the schedule's next turn pays it. A second call
 * is refused, as the payout is `failed` or `returned` then.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when it is too late.
 */
export const cancelPayoutWorkflow = createWorkflow(
  cancelPayoutWorkflowId,
  (input: CancelPayoutInput) => {
    cancelPayoutStep(input)
    emitOutboxStep()
    return new WorkflowResponse(input.id)
  }
)

export type MarkPayoutInput = {
  id: string
  status: "paid" | "failed"
  /** The bank's, for `paid`. */
  reference?: string
  reason?: string
  by: string
}

/** no undo: the operator saw it at the bank. */
const markPayoutStep = createStep(
  "mark-payout",
  async ({ id, ...mark }: MarkPayoutInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    await payout.markPayout({ payout_id: id, ...mark })
    return new StepResponse(undefined)
  }
)

export const markPayoutWorkflowId = "mark-payout"

/**
 * Records what an operator saw at the bank. Marking it so again changes nothing.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when the provider knows better; INVALID_DATA when another payout has the reference.
 */
export const markPayoutWorkflow = createWorkflow(
  markPayoutWorkflowId,
  (input: MarkPayoutInput) => {
    markPayoutStep(input)
    emitOutboxStep()
    return new WorkflowResponse(input.id)
  }
)
