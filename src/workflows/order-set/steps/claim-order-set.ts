import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../../events"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import type { OrderSetClaim } from "../../../modules/order-set/types"

/**
 * Writes the set's rows before anything else, so that a crash leaves a trace of
 * everything that may exist. Undone last: the set ends as failed, and whoever
 * hears of it gives back what its payment session holds.
 *
 * @returns The set's id.
 * @throws MedusaError CONFLICT (409) when another request completes the cart.
 */
export const claimOrderSetStep = createStep(
  "claim-order-set",
  async (claim: OrderSetClaim, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const id = await sets.claimOrderSet(claim)
    const order_id = claim.parts[0]?.order_id ?? ""
    return new StepResponse(id, { id, order_id })
  },
  async (attempt, { container }) => {
    if (!attempt) {
      return
    }
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    await sets.failOrderSet(attempt)
    // Not grouped with the workflow's events, which a failure discards.
    await container.resolve(Modules.EVENT_BUS).emit({
      name: MarketplaceEvents.ORDER_SET_FAILED,
      data: { id: attempt.id },
    })
  }
)
