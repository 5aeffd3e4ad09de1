import type {
  CampaignBudgetUsageContext,
  PromotionTypes,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type PromotionUsage = {
  computedActions: PromotionTypes.UsageComputedActions[]
  registrationContext: CampaignBudgetUsageContext
}

/** Counts a cart's promotions once, whatever the number of orders: Medusa's own step is not exported. */
export const registerPromotionUsageStep = createStep(
  "register-promotion-usage",
  async (usage: PromotionUsage, { container }) => {
    if (usage.computedActions.length) {
      await container
        .resolve(Modules.PROMOTION)
        .registerUsage(usage.computedActions, usage.registrationContext)
    }
    return new StepResponse(undefined, usage)
  },
  async (usage, { container }) => {
    if (usage?.computedActions.length) {
      await container
        .resolve(Modules.PROMOTION)
        .revertUsage(usage.computedActions, usage.registrationContext)
    }
  }
)
