import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { StatusChange } from "../../modules/seller/lifecycle"
import type { SellerUpdate } from "../../modules/seller/saving"
import { changeSellerStatusWorkflow } from "./change-seller-status"
import { updateSellerWorkflow } from "./update-seller"

export type AdminUpdateSellerInput = {
  update: SellerUpdate
  /** The transition to run with it; absent when the status stays. */
  change?: StatusChange
}

export const adminUpdateSellerWorkflowId = "admin-update-seller"

/**
 * What an operator's form does at once: fields and status, both or none.
 *
 * @throws what `updateSellerWorkflow` and `changeSellerStatusWorkflow` throw.
 */
export const adminUpdateSellerWorkflow = createWorkflow(
  adminUpdateSellerWorkflowId,
  (input: AdminUpdateSellerInput) => {
    when("fields-were-sent", { input }, ({ input: { update } }) =>
      [update.seller, update.profile]
        .flatMap((fields) => Object.values(fields))
        .some((value) => value !== undefined)
    ).then(() => {
      updateSellerWorkflow.runAsStep({ input: input.update })
    })
    when("status-was-sent", { input }, ({ input }) => !!input.change).then(
      () => {
        changeSellerStatusWorkflow.runAsStep({
          input: transform({ input }, ({ input }) => requireChange(input)),
        })
      }
    )
    return new WorkflowResponse(input.update.id)
  }
)

function requireChange({ change }: AdminUpdateSellerInput): StatusChange {
  if (!change) {
    throw new Error("There is no transition to run")
  }
  return change
}
