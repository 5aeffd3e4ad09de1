import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitOutboxStep } from "./emit-outbox"
import { syncAccountStep } from "./payout-account-steps"
import { readAccountStep } from "./read-payout-account"

export const syncPayoutAccountWorkflowId = "sync-payout-account"

/**
 * Asks the provider how the seller's account stands, and keeps the answer.
 *
 * @throws MedusaError NOT_FOUND without an account.
 */
export const syncPayoutAccountWorkflow = createWorkflow(
  syncPayoutAccountWorkflowId,
  (input: { seller_id: string }) => {
    syncAccountStep(input)
    const account = readAccountStep(input)
    emitOutboxStep()
    return new WorkflowResponse(account)
  }
)
