import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { SellerStatusChanged } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { StatusChange } from "../../modules/seller/lifecycle"
import type { SellerModuleService } from "../../modules/seller/service"
import { refreshStorefrontVisibilityWorkflow } from "./refresh-storefront-visibility"
import { ensureNothingOpenStep } from "./steps/ensure-nothing-open"

const changeSellerStatusStep = createStep(
  "change-seller-status-row",
  async (input: StatusChange, { container }) => {
    const changed = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .changeSellerStatus(input)
    return new StepResponse(changed, changed)
  },
  async (changed, { container }) => {
    if (changed) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .undoSellerStatusChange(changed)
    }
  }
)

export const changeSellerStatusWorkflowId = "change-seller-status"

/**
 * Takes a seller through one row of the transition table: the status and its
 * history row, what the storefront shows, and the event of that row. The only
 * way to another status.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when the table has no such row, or when the seller to terminate has open orders or returns. So a repeat is refused and changes nothing.
 */
export const changeSellerStatusWorkflow = createWorkflow(
  changeSellerStatusWorkflowId,
  (input: StatusChange) => {
    const validate = createHook("validate", { input })
    ensureNothingOpenStep(input)
    const changed = changeSellerStatusStep(input)
    refreshStorefrontVisibilityWorkflow.runAsStep({
      input: { seller_id: input.seller_id },
    })
    emitEventStep({
      eventName: transform(
        { changed },
        ({ changed }) => `seller.${changed.transition.event}`
      ),
      data: transform({ changed }, ({ changed }): SellerStatusChanged => {
        const { seller_id, from_status, to_status, reason } = changed.change
        return { id: seller_id, from: from_status, to: to_status, reason }
      }),
    })
    const sellerStatusChanged = createHook("sellerStatusChanged", { changed })
    return new WorkflowResponse(changed, {
      hooks: [validate, sellerStatusChanged],
    })
  }
)
