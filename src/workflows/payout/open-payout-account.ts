import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PayoutAccountContext } from "../../payout-provider"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { emitOutboxStep } from "./emit-outbox"
import { ensureFreshLoginStep, type Login } from "./ensure-fresh-login"
import {
  openAccountStep,
  saveSettingsStep,
  type PayoutSettings,
} from "./payout-account-steps"
import { readAccountStep } from "./read-payout-account"

export type OpenPayoutAccountInput = Login &
  PayoutSettings & {
    /** Without it an account that is there keeps its destination. */
    context?: PayoutAccountContext
  }

export const openPayoutAccountWorkflowId = "open-payout-account"

/**
 * Opens the seller's payout account, leads it to another destination, or
 * changes its schedule. One row per seller and one key per account make a
 * repeat harmless; another destination holds payouts and tells the owners.
 *
 * @throws MedusaError FORBIDDEN `login_too_old` when an account is changed long after the login; INVALID_DATA naming what the provider needs.
 */
export const openPayoutAccountWorkflow = createWorkflow(
  openPayoutAccountWorkflowId,
  (input: OpenPayoutAccountInput) => {
    const locks = transform({ input }, ({ input: { seller_id } }) => ({
      keys: [`payout-account:${seller_id}`],
    }))
    const lock = acquireLocksStep(locks)
    when({ input }, ({ input: { context, schedule, minimum } }) => {
      return context !== undefined || (!schedule && minimum === undefined)
    }).then(() => {
      ensureFreshLoginStep(
        transform({ input }, ({ input: { seller_id, logged_in_at } }) => ({
          ...{ seller_id, logged_in_at, first: "free" as const },
        }))
      )
      openAccountStep(input)
    })
    saveSettingsStep(input)
    const account = readAccountStep(input)
    emitOutboxStep()
    releaseLocksStep(lock)
    return new WorkflowResponse(account)
  }
)
