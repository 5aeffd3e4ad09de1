import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { drivePayouts } from "./drive-payouts"
import { emitOutboxStep } from "./emit-outbox"

export type RetryPayoutInput = {
  id: string
  /** The operator. */
  by: string
}

/** no undo: money left, or a question was asked. */
const retryPayoutStep = createStep(
  "retry-payout",
  async ({ id, by }: RetryPayoutInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { payouts } = await payout.searchPayouts({
      ...{ ids: [id], limit: 1, offset: 0 },
    })
    const [row] = payouts
    switch (row?.status) {
      case undefined:
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Payout with id: ${id} was not found`
        )
      case "paid":
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `Payout ${id} is paid`
        )
      case "failed":
      case "returned": {
        const { seller_id, currency_code } = row
        const run = await payout.reserveDuePayouts({
          ...{ seller_id, currency_code, created_by: by },
        })
        await drivePayouts(container, run.payout_ids)
        return new StepResponse(run.payout_ids[0] ?? null)
      }
      default:
        await payout.wakePayout(id)
        await drivePayouts(container, [id])
        return new StepResponse(id)
    }
  }
)

export const retryPayoutWorkflowId = "retry-payout"

/**
 * Tries a payout again: an unclear one is asked for, and sent when its provider
 * allows; the money of one that failed or came back goes into a new payout. A
 * seller has one open payout a currency, so two retries at once pay once.
 *
 * @returns the id of the payout that was tried; `null` when nothing can be paid now.
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when it is paid.
 */
export const retryPayoutWorkflow = createWorkflow(
  retryPayoutWorkflowId,
  (input: RetryPayoutInput) => {
    const tried = retryPayoutStep(input)
    emitOutboxStep()
    return new WorkflowResponse(tried)
  }
)
