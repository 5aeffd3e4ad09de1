import { createHash } from "node:crypto"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { sendMail } from "./send-mail"

export type MailPasswordResetInput = {
  /** What the person logs in with: an e-mail address. */
  entity_id: string
  actor_type: string
  token: string
}

const mailResetStep = createStep(
  "mail-password-reset",
  async (
    { entity_id, actor_type, token }: MailPasswordResetInput,
    { container }
  ) => {
    if (actor_type === "seller") {
      const { vendorUrl } =
        container.resolve<NoticeModuleService>(NOTICE_MODULE).options
      const query = new URLSearchParams({ token, email: entity_id })
      await sendMail(container, {
        to: entity_id,
        template: "password-reset",
        data: {
          token,
          url: vendorUrl && `${vendorUrl}/reset-password?${query.toString()}`,
        },
        secrets: ["token", "url"],
        idempotency_key: `auth.password_reset:${createHash("sha256").update(token).digest("hex")}`,
        trigger_type: "auth.password_reset",
        resource_type: "auth",
        resource_id: entity_id,
      })
    }
    return new StepResponse()
  }
  // no undo: the mail is out
)

export const mailPasswordResetWorkflowId = "mail-password-reset"

/** Mails a seller's person the link to a new password, once per token. Shoppers and operators are the host's. */
export const mailPasswordResetWorkflow = createWorkflow(
  mailPasswordResetWorkflowId,
  (input: MailPasswordResetInput) => {
    mailResetStep(input)
    return new WorkflowResponse(undefined)
  }
)
