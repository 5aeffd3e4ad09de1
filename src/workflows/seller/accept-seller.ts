import { Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createRemoteLinkStep,
  createShippingProfilesWorkflow,
} from "@medusajs/medusa/core-flows"
import type { RequestRow } from "../../modules/request/service"
import { SELLER_MODULE } from "../../modules/seller"
import type { StatusChange } from "../../modules/seller/lifecycle"
import type { RequestResult } from "../request/request-result"
import { changeSellerStatusWorkflow } from "./change-seller-status"

export const acceptSellerWorkflowId = "accept-seller"

/**
 * The acceptance of an application: its seller is active and has its default
 * shipping profile. Profile names are unique in Medusa and clients show what
 * follows the colon, hence `<seller id>:Default`.
 */
export const acceptSellerWorkflow = createWorkflow(
  acceptSellerWorkflowId,
  (input: { request: RequestRow }) => {
    const change = transform(
      { input },
      ({ input: { request } }): StatusChange => ({
        seller_id: request.seller_id ?? "",
        to: "active",
        by: "request",
        actor_id: request.reviewer_id ?? "",
        reason: request.reviewer_note,
      })
    )
    changeSellerStatusWorkflow.runAsStep({ input: change })
    const profiles = createShippingProfilesWorkflow.runAsStep({
      input: transform({ change }, ({ change }) => ({
        data: [{ name: `${change.seller_id}:Default`, type: "default" }],
      })),
    })
    createRemoteLinkStep(
      transform({ change, profiles }, ({ change, profiles }) =>
        profiles.map((profile) => ({
          [Modules.FULFILLMENT]: { shipping_profile_id: profile.id },
          [SELLER_MODULE]: { seller_id: change.seller_id },
        }))
      )
    )
    return new WorkflowResponse(
      transform({ change }, ({ change }): RequestResult => ({
        type: "seller",
        id: change.seller_id,
      }))
    )
  }
)
