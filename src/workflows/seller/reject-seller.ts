import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { RequestRow } from "../../modules/request/service"
import type { StatusChange } from "../../modules/seller/lifecycle"
import type { RequestResult } from "../request/request-result"
import { changeSellerStatusWorkflow } from "./change-seller-status"

export const rejectSellerWorkflowId = "reject-seller"

/** The refusal of an application: its seller ends, its name, handle and e-mail are free. */
export const rejectSellerWorkflow = createWorkflow(
  rejectSellerWorkflowId,
  (input: { request: RequestRow }) => {
    changeSellerStatusWorkflow.runAsStep({
      input: transform({ input }, ({ input: { request } }): StatusChange => ({
        seller_id: request.seller_id ?? "",
        to: "terminated",
        by: "request",
        actor_id: request.reviewer_id ?? "",
        reason: request.reviewer_note,
      })),
    })
    return new WorkflowResponse(transform({ input }, (): RequestResult => null))
  }
)
