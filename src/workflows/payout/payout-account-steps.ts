import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutSchedule } from "../../modules/payout/payouts/period"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { PayoutAccountContext } from "../../payout-provider"
import { ensureAccount } from "./read-payout-account"

export type PayoutSettings = {
  seller_id: string
  schedule?: PayoutSchedule
  /** Major units as text; `null` takes the marketplace's own minimum. */
  minimum?: string | null
}

/** no undo: the provider has the account; a repeat finds it. */
export const openAccountStep = createStep(
  "open-payout-account",
  async (
    input: {
      seller_id: string
      provider_id?: string
      context?: PayoutAccountContext
    },
    { container }
  ) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { seller_id, provider_id, context } = input
    const [known] = await payout.listPayoutAccounts({ seller_id })
    const wanted =
      provider_id ??
      (known && !known.removed_at
        ? known.provider_id
        : payout.defaultProvider())
    await payout.syncPayoutAccount({ seller_id, provider_id: wanted, context })
    return new StepResponse(undefined)
  }
)

/** no undo: reading a provider's state again is harmless. */
export const syncAccountStep = createStep(
  "sync-payout-account",
  async ({ seller_id }: { seller_id: string }, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { provider_id } = await ensureAccount(container, seller_id)
    await payout.syncPayoutAccount({ seller_id, provider_id })
    return new StepResponse(undefined)
  }
)

export const saveSettingsStep = createStep(
  "save-payout-settings",
  async (settings: PayoutSettings, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { seller_id, schedule, minimum } = settings
    if (schedule === undefined && minimum === undefined) {
      return
    }
    const before = await ensureAccount(container, seller_id)
    await payout.savePayoutSettings(settings)
    return new StepResponse(undefined, {
      ...{ seller_id, schedule: before.schedule, minimum: before.minimum },
    })
  },
  async (before: PayoutSettings | undefined, { container }) => {
    if (before) {
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .savePayoutSettings(before)
    }
  }
)
