import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import {
  setStorefrontVisibilityStep,
  type StorefrontVisibilityInput,
} from "./steps/set-storefront-visibility"

export const refreshStorefrontVisibilityWorkflowId =
  "refresh-storefront-visibility"

/**
 * Brings the storefront in line with the sellers' rows: status and vacation
 * window. `{}` looks at every seller, `{ seller_id }` at one. Idempotent; run it
 * after a vacation changed, after a hidden seller got a new product, and when a
 * window opens or closes. Answers the ids of the products that moved.
 */
export const refreshStorefrontVisibilityWorkflow = createWorkflow(
  refreshStorefrontVisibilityWorkflowId,
  (input: StorefrontVisibilityInput) => {
    const productIds = setStorefrontVisibilityStep(input)
    when({ productIds }, ({ productIds }) => productIds.length > 0).then(() => {
      emitEventStep({
        eventName: MarketplaceEvents.PRODUCTS_VISIBILITY_CHANGED,
        data: transform({ productIds }, ({ productIds }) => ({
          ids: productIds,
        })),
      })
    })
    return new WorkflowResponse(productIds)
  }
)
