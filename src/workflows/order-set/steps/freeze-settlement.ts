import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type { PayoutModuleService } from "../../../modules/payout/service"
import { currentTariff } from "../../commission/current-tariff"
import { settleSet, type SetToSettle } from "../settle-set"

/**
 * Freezes what every line of the set is worth to its seller and to the platform,
 * by the tariff as it is now, in one insert. From here on no change of a rule,
 * a product or a seller touches it.
 */
export const freezeSettlementStep = createStep(
  "freeze-settlement",
  async (set: SetToSettle, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const tariff = await currentTariff(container)
    const { taxRemitter: tax_remitter } = payout.options
    await payout.freezeSettlementLines(
      settleSet(set, { tariff, at: new Date(), tax_remitter })
    )
    return new StepResponse(
      undefined,
      set.orders.map(({ id }) => id)
    )
  },
  async (orderIds, { container }) => {
    if (orderIds?.length) {
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .forgetSettlementLines(orderIds)
    }
  }
)
