import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { emitOutboxStep } from "./emit-outbox"
import {
  openAccountStep,
  saveSettingsStep,
  type PayoutSettings,
} from "./payout-account-steps"
import { readAccountStep } from "./read-payout-account"

export type ConfigurePayoutAccountInput = PayoutSettings & {
  /** Another way to be paid; the seller's payouts are held as after any change. */
  provider_id?: string
  /** Stops payouts until then; `null` lets them go on. */
  held_until?: Date | string | null
  hold_reason?: string | null
  /** The operator. */
  created_by: string
}

/** no undo: a decision is kept with its author, and the next one takes its place. */
const holdStep = createStep(
  "hold-payouts",
  async (input: ConfigurePayoutAccountInput, { container }) => {
    const { seller_id, held_until, created_by } = input
    if (held_until === undefined) {
      return
    }
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    // Dates become text on their way through the engine.
    const until = held_until ? new Date(held_until) : null
    const reason =
      input.hold_reason ?? (until ? "held by an operator" : "the hold is over")
    await payout.decideHold({ seller_id, until, reason, created_by })
    return new StepResponse(undefined)
  }
)

export const configurePayoutAccountWorkflowId = "configure-payout-account"

/**
 * What an operator decides about a seller's payouts: the provider, the schedule,
 * the minimum, a hold. Repeating it writes the same.
 *
 * @throws MedusaError NOT_FOUND without an account, unless `provider_id` opens one.
 */
export const configurePayoutAccountWorkflow = createWorkflow(
  configurePayoutAccountWorkflowId,
  (input: ConfigurePayoutAccountInput) => {
    const locks = transform({ input }, ({ input: { seller_id } }) => ({
      keys: [`payout-account:${seller_id}`],
    }))
    const lock = acquireLocksStep(locks)
    when({ input }, ({ input: { provider_id } }) => !!provider_id).then(() => {
      openAccountStep(input)
    })
    saveSettingsStep(input)
    holdStep(input)
    const account = readAccountStep(input)
    emitOutboxStep()
    releaseLocksStep(lock)
    return new WorkflowResponse(account)
  }
)
