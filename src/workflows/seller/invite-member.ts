import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type SellerInviteChanged } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { NewInvite } from "../../modules/seller/invites"
import type { SellerModuleService } from "../../modules/seller/service"
import { sendInviteStep } from "./steps/send-invite"

const openInviteStep = createStep(
  "open-seller-invite",
  async (input: NewInvite, { container }) => {
    const invite = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .openInvite(input)
    return new StepResponse(invite, invite.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .deleteSellerInvites(id)
    }
  }
)

export const inviteMemberWorkflowId = "invite-member"

/**
 * Invites an e-mail address into a seller's team, in a role that holds no more
 * than the inviter's. The token is in the mail only, not in the result.
 *
 * @throws MedusaError CONFLICT for a member or an open invitation of the seller; NOT_ALLOWED for an unknown role or the owner's; FORBIDDEN for a role that holds more than the caller's.
 */
export const inviteMemberWorkflow = createWorkflow(
  inviteMemberWorkflowId,
  (input: NewInvite) => {
    const validate = createHook("validate", { input })
    const opened = openInviteStep(input)
    const invite = sendInviteStep(
      transform({ opened }, ({ opened: { id, seller_id } }) => ({
        id,
        seller_id,
      }))
    )
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_INVITE_SENT,
      data: transform(
        { invite },
        ({ invite: { id, seller_id } }): SellerInviteChanged => ({
          id,
          seller_id,
        })
      ),
    })
    const memberInvited = createHook("memberInvited", { invite })
    return new WorkflowResponse(invite, { hooks: [validate, memberInvited] })
  }
)
