import {
  ContainerRegistrationKeys,
  generateJwtToken,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { sendMail } from "../../notice/send-mail"

/**
 * Makes the invite's link and mails it; the link that was mailed before is
 * dead. The token stays inside this step: step results can be read by the
 * operator. Clients decode `id`, `email`, `iat` and `exp` from it.
 */
export const sendInviteStep = createStep(
  "send-seller-invite",
  async (of: { id: string; seller_id: string }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const { http } = container.resolve(
      ContainerRegistrationKeys.CONFIG_MODULE
    ).projectConfig
    const { inviteTtlHours, vendorUrl } = sellers.options
    const { token, invite } = await sellers.issueInviteToken({
      ...of,
      sign: (nonce, { id, email }) =>
        generateJwtToken(
          { id, email, nonce },
          {
            secret: http.jwtSecret,
            expiresIn: `${inviteTtlHours}h`,
            jwtOptions: http.jwtOptions,
          }
        ),
    })
    const seller = await sellers.retrieveSeller(of.seller_id)
    await sendMail(container, {
      to: invite.email,
      template: "seller-member-invite",
      data: {
        seller_name: seller.name,
        expires_at: invite.expires_at,
        token,
        url: vendorUrl && `${vendorUrl}/invite?token=${token}`,
      },
      secrets: ["token", "url"],
      trigger_type: "seller_invite.sent",
      resource_type: "seller_invite",
      resource_id: invite.id,
    })
    return new StepResponse(invite)
  }
  // no undo: the mail is out; the link dies with the invite's row
)
