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
import { MarketplaceEvents, type SellerInviteAccepted } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { Acceptance } from "../../modules/seller/invites"
import type { SellerModuleService } from "../../modules/seller/service"
import { bindLoginStep } from "./steps/bind-login"
import { identifyLoginStep } from "./steps/identify-login"

export type AcceptInviteInput = {
  auth_identity_id: string
  token: string
  /** Name of the member, if the login is not one yet. */
  name: string
}

const acceptInviteStep = createStep(
  "accept-seller-invite-row",
  async (input: Acceptance, { container }) => {
    const accepted = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .acceptInvite(input)
    return new StepResponse(accepted, accepted)
  },
  async (accepted, { container }) => {
    if (accepted) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .undoAcceptInvite(accepted)
    }
  }
)

export const acceptInviteWorkflowId = "accept-seller-invite"

/**
 * Uses an invitation up: the login with the invited e-mail becomes a member of
 * the seller. Of parallel calls one succeeds, by a guarded update.
 *
 * @throws MedusaError NOT_ALLOWED for a token that is wrong, used, revoked or expired, or for a login with another e-mail; CONFLICT when the address or the person is a member already.
 */
export const acceptInviteWorkflow = createWorkflow(
  acceptInviteWorkflowId,
  (input: AcceptInviteInput) => {
    const validate = createHook("validate", {
      auth_identity_id: input.auth_identity_id,
    })
    const login = identifyLoginStep(input)
    const accepted = acceptInviteStep(
      transform({ input, login }, ({ input, login }): Acceptance => ({
        token: input.token,
        name: input.name,
        ...login,
      }))
    )
    when({ accepted }, ({ accepted }) => accepted.is_new_member).then(() => {
      bindLoginStep({
        auth_identity_id: input.auth_identity_id,
        member_id: accepted.member.id,
      })
    })
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_INVITE_ACCEPTED,
      data: transform(
        { accepted },
        ({ accepted: { invite, member } }): SellerInviteAccepted => ({
          id: invite.id,
          seller_id: invite.seller_id,
          member_id: member.id,
        })
      ),
    })
    const inviteAccepted = createHook("inviteAccepted", { accepted })
    return new WorkflowResponse(accepted, { hooks: [validate, inviteAccepted] })
  }
)
