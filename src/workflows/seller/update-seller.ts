import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type SellerUpdated } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerUpdate } from "../../modules/seller/saving"
import type { SellerModuleService } from "../../modules/seller/service"
import { refreshStorefrontVisibilityWorkflow } from "./refresh-storefront-visibility"

const saveSellerStep = createStep(
  "save-seller",
  async (input: SellerUpdate, { container }) => {
    const before = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .saveSeller(input)
    return new StepResponse(input.id, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .saveSeller(before)
    }
  }
)

export const updateSellerWorkflowId = "update-seller"

/**
 * Writes a seller's own data: name, handle, texts, address, contact, vacation.
 * Absent fields stay, and so does the handle when the name changes. Status,
 * currency and commission cannot be written here. A changed vacation is on the
 * storefront when it returns.
 *
 * @throws MedusaError NOT_FOUND; CONFLICT for a name, handle or e-mail of another living seller; INVALID_DATA for a bad handle.
 */
export const updateSellerWorkflow = createWorkflow(
  updateSellerWorkflowId,
  (input: SellerUpdate) => {
    const validate = createHook("validate", { input })
    const id = saveSellerStep(input)
    when(
      { input },
      ({ input }) =>
        input.seller.vacation_from !== undefined ||
        input.seller.vacation_until !== undefined
    ).then(() => {
      refreshStorefrontVisibilityWorkflow.runAsStep({
        input: { seller_id: input.id },
      })
    })
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_UPDATED,
      data: transform({ input }, ({ input }): SellerUpdated => ({
        id: input.id,
      })),
    })
    const sellerUpdated = createHook("sellerUpdated", { id })
    return new WorkflowResponse(id, { hooks: [validate, sellerUpdated] })
  }
)
