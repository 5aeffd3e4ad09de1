import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import { sendMail } from "../notice/send-mail"

export type InviteSellerInput = {
  email: string
  /** Where the mail points; default: `/register` of the option `vendorUrl`. */
  registration_url?: string
}

const mailInvitationStep = createStep(
  "mail-seller-invitation",
  async ({ email, registration_url }: InviteSellerInput, { container }) => {
    const { options } = container.resolve<SellerModuleService>(SELLER_MODULE)
    const url =
      registration_url ?? (options.vendorUrl && `${options.vendorUrl}/register`)
    if (!url) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Field 'registration_url' is required while the option vendorUrl is not set"
      )
    }
    await sendMail(container, {
      to: email,
      template: "seller-invitation",
      data: { url },
      trigger_type: "seller.invited",
      resource_type: "seller_invitation",
      resource_id: email,
    })
    return new StepResponse({ email, registration_url: url })
  }
  // no undo: the mail is out, and nothing else was changed
)

export const inviteSellerWorkflowId = "invite-seller"

/**
 * Mails somebody the address of the registration page. Nothing is kept and no
 * right is given: the one who follows it applies like everybody else.
 *
 * @throws MedusaError INVALID_DATA when there is no address to point at.
 */
export const inviteSellerWorkflow = createWorkflow(
  inviteSellerWorkflowId,
  (input: InviteSellerInput) => new WorkflowResponse(mailInvitationStep(input))
)
