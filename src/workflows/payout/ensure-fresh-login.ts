import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"

export type Login = {
  seller_id: string
  /** When the member showed its password; `null` when nobody knows. */
  logged_in_at: Date | string | null
}

/**
 * Whoever finds an open browser must not lead the money away: once a seller has
 * an account, it is changed only soon after a login.
 *
 * @throws MedusaError FORBIDDEN with the code `login_too_old`.
 */
export const ensureFreshLoginStep = createStep(
  "ensure-fresh-login",
  async (
    { seller_id, logged_in_at, first }: Login & { first: "free" | "guarded" },
    { container }
  ) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { payoutLoginMinutes } = payout.options
    const [account] = await payout.listPayoutAccounts({ seller_id })
    const age = logged_in_at
      ? Date.now() - new Date(logged_in_at).getTime()
      : Number.POSITIVE_INFINITY
    const isGuarded = first === "guarded" || !!account?.provider_account_id
    if (isGuarded && age > payoutLoginMinutes * 60_000) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        "Log in again to change where your payouts go",
        "login_too_old"
      )
    }
    return new StepResponse(undefined)
  }
)
