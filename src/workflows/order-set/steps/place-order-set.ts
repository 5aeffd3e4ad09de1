import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import type { OrderSetPlacement } from "../../../modules/order-set/types"

/**
 * Marks the set as placed. Nothing that may fail comes after it: from here on
 * the set is what every retry is answered.
 *
 * @throws MedusaError CONFLICT (409) when the set is not being placed any more.
 */
export const placeOrderSetStep = createStep(
  "place-order-set",
  // no undo: the last step that may fail
  async (input: OrderSetPlacement, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    await sets.placeOrderSet(input)
    return new StepResponse(undefined)
  }
)
