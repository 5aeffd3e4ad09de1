import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createShippingProfilesWorkflow } from "@medusajs/medusa/core-flows"
import { refreshOwnLinesWorkflow } from "../promotion/refresh-own-lines"
import { createOwned } from "./create-owned"

const createOwnProfilesWorkflow = createOwned(
  "create-own-shipping-profiles",
  createShippingProfilesWorkflow,
  "shipping_profile"
)

export const createSellerShippingProfilesWorkflowId =
  "create-seller-shipping-profiles"

/** Shipping profiles of a seller; its promotions reach what ships under them at once. */
export const createSellerShippingProfilesWorkflow = createWorkflow(
  createSellerShippingProfilesWorkflowId,
  (
    input: WorkflowData<
      Parameters<typeof createOwnProfilesWorkflow.runAsStep>[0]["input"]
    >
  ) => {
    const profiles = createOwnProfilesWorkflow.runAsStep({ input })
    refreshOwnLinesWorkflow.runAsStep({ input: { seller_id: input.seller_id } })
    return new WorkflowResponse(profiles)
  }
)
