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
import type { PayoutAccountContext } from "../../payout-provider"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { readPolicies } from "../policy/read-policies"
import { submitRequestWorkflow } from "../request/submit-request"
import { emitOutboxStep } from "./emit-outbox"
import { ensureFreshLoginStep, type Login } from "./ensure-fresh-login"
import {
  openAccountStep,
  saveSettingsStep,
  type PayoutSettings,
} from "./payout-account-steps"
import { ensureAccount } from "./read-payout-account"

export type OpenPayoutAccountInput = Login &
  PayoutSettings & {
    /** Who asks. */
    member_id: string
    /** Without it an account that is there keeps its destination. */
    context?: PayoutAccountContext
  }

type Plan = "keep" | "open" | "ask"

/** Reads only: another destination than the first one may have to wait for the operator, also after the account was removed. */
const planAccountStep = createStep(
  "plan-payout-account",
  async (input: OpenPayoutAccountInput, { container }) => {
    const { seller_id, context, schedule, minimum } = input
    if (context === undefined && (schedule ?? minimum) !== undefined) {
      return new StepResponse<{ plan: Plan; revision: number }>({
        plan: "keep",
        revision: 0,
      })
    }
    const [account] = await container
      .resolve<PayoutModuleService>(PAYOUT_MODULE)
      .listPayoutAccounts({ seller_id })
    const isChange = context !== undefined && !!account?.provider_account_id
    const mustWait =
      isChange &&
      (await readPolicies(container, seller_id)).payout_details_approval
    return new StepResponse<{ plan: Plan; revision: number }>({
      plan: mustWait ? "ask" : "open",
      revision: account?.revision ?? 0,
    })
  }
)

/** While a new destination waits, the old one may have been removed. */
const readShownAccountStep = createStep(
  "read-shown-payout-account",
  async (
    { seller_id, mayBeGone }: { seller_id: string; mayBeGone: boolean },
    { container }
  ) => {
    const [account] = await container
      .resolve<PayoutModuleService>(PAYOUT_MODULE)
      .listPayoutAccounts({ seller_id, removed_at: null })
    return new StepResponse(
      mayBeGone ? (account ?? null) : await ensureAccount(container, seller_id)
    )
  }
)

export const openPayoutAccountWorkflowId = "open-payout-account"

/**
 * Opens the seller's payout account, leads it to another destination, or
 * changes its schedule. One row per seller and one key per account make a
 * repeat harmless; another destination holds payouts and tells the owners.
 * Under the rule `payout_details_approval` it becomes a request instead.
 *
 * @returns the account as it is (null when it was removed), and the request that waits, if any.
 * @throws MedusaError FORBIDDEN `login_too_old` when an account is changed long after the login; INVALID_DATA naming what the provider needs.
 */
export const openPayoutAccountWorkflow = createWorkflow(
  openPayoutAccountWorkflowId,
  (input: OpenPayoutAccountInput) => {
    const locks = transform({ input }, ({ input: { seller_id } }) => ({
      keys: [`payout-account:${seller_id}`],
    }))
    const lock = acquireLocksStep(locks)
    const planned = planAccountStep(input)
    when({ planned }, ({ planned }) => planned.plan !== "keep").then(() => {
      ensureFreshLoginStep(
        transform({ input }, ({ input: { seller_id, logged_in_at } }) => ({
          ...{ seller_id, logged_in_at, first: "free" as const },
        }))
      )
    })
    when("account-opens", { planned }, ({ planned }) => {
      return planned.plan === "open"
    }).then(() => {
      openAccountStep(input)
    })
    const request = when("account-waits", { planned }, ({ planned }) => {
      return planned.plan === "ask"
    }).then(() =>
      submitRequestWorkflow.runAsStep({
        input: transform({ input, planned }, ({ input, planned }) => ({
          kind: "payout_details",
          seller_id: input.seller_id,
          submitter_type: "member" as const,
          submitter_id: input.member_id,
          payload: {
            context: input.context,
            account_revision: planned.revision,
          },
        })),
      })
    )
    saveSettingsStep(input)
    const account = readShownAccountStep(
      transform({ input, planned }, ({ input, planned }) => ({
        seller_id: input.seller_id,
        mayBeGone: planned.plan === "ask",
      }))
    )
    emitOutboxStep()
    releaseLocksStep(lock)
    return new WorkflowResponse({ account, request })
  }
)
