import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { emitOutboxStep } from "./emit-outbox"
import { ensureFreshLoginStep, type Login } from "./ensure-fresh-login"

/** no undo: last of what can fail; the seller opens the account again. */
const removeAccountStep = createStep(
  "remove-payout-account",
  async ({ seller_id }: { seller_id: string }, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    return new StepResponse(await payout.removePayoutAccount(seller_id))
  }
)

export const removePayoutAccountWorkflowId = "remove-payout-account"

/**
 * Takes a seller's payout account away: nothing is paid to it any more, and the
 * owners are told. Its row stays, so that another destination is a change.
 *
 * @returns the account's id.
 * @throws MedusaError NOT_FOUND without an account; NOT_ALLOWED while a payout is under way; FORBIDDEN `login_too_old`.
 */
export const removePayoutAccountWorkflow = createWorkflow(
  removePayoutAccountWorkflowId,
  (input: Login) => {
    const locks = transform({ input }, ({ input: { seller_id } }) => ({
      keys: [`payout-account:${seller_id}`],
    }))
    const lock = acquireLocksStep(locks)
    ensureFreshLoginStep(
      transform({ input }, ({ input: { seller_id, logged_in_at } }) => ({
        ...{ seller_id, logged_in_at, first: "free" as const },
      }))
    )
    const id = removeAccountStep(input)
    emitOutboxStep()
    releaseLocksStep(lock)
    return new WorkflowResponse(id)
  }
)
