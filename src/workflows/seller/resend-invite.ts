import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { sendInviteStep } from "./steps/send-invite"

export const resendInviteWorkflowId = "resend-seller-invite"

/**
 * Mails an open invitation again with a new link and a new term; the former
 * link ends.
 *
 * @throws MedusaError NOT_FOUND when it is not open or belongs to another seller.
 */
export const resendInviteWorkflow = createWorkflow(
  resendInviteWorkflowId,
  (input: { id: string; seller_id: string }) => {
    const invite = sendInviteStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_INVITE_SENT,
      data: { id: input.id, seller_id: input.seller_id },
    })
    return new WorkflowResponse(invite)
  }
)
