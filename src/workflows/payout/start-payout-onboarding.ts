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
import { ensureFreshLoginStep, type Login } from "./ensure-fresh-login"
import { readAccountStep } from "./read-payout-account"

export type StartPayoutOnboardingInput = Login & {
  return_url?: string
  refresh_url?: string
}

/** no undo: a page that nobody visits expires. */
const startOnboardingStep = createStep(
  "start-payout-onboarding",
  async (input: StartPayoutOnboardingInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { seller_id, return_url, refresh_url } = input
    await payout.startOnboarding({ seller_id, return_url, refresh_url })
    return new StepResponse(undefined)
  }
)

export const startPayoutOnboardingWorkflowId = "start-payout-onboarding"

/**
 * Asks the provider for the page on which the seller goes on: `account.onboarding`.
 * Each call asks for a new one. On an account that is paid already the seller can
 * change its bank there, so that needs a fresh login.
 *
 * @throws MedusaError NOT_FOUND without an account; FORBIDDEN `login_too_old`.
 */
export const startPayoutOnboardingWorkflow = createWorkflow(
  startPayoutOnboardingWorkflowId,
  (input: StartPayoutOnboardingInput) => {
    const known = readAccountStep(input)
    when({ known }, ({ known: { status } }) => status === "active").then(() => {
      ensureFreshLoginStep(
        transform({ input }, ({ input: { seller_id, logged_in_at } }) => ({
          ...{ seller_id, logged_in_at, first: "guarded" as const },
        }))
      )
    })
    startOnboardingStep(input)
    const account = readAccountStep(input).config({ name: "read-with-page" })
    return new WorkflowResponse(account)
  }
)
