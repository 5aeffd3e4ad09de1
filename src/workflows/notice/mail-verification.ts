import { createHash } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { sendMail } from "./send-mail"

export type MailVerificationInput = {
  /** What is verified: an e-mail address when `entity_type` is `email`. */
  entity_id: string
  entity_type: string
  auth_identity_id: string
  code: string
}

const mailVerificationStep = createStep(
  "mail-verification",
  async (input: MailVerificationInput, { container }) => {
    const { entity_id, entity_type, auth_identity_id, code } = input
    const [identity] = await container
      .resolve(Modules.AUTH)
      .listAuthIdentities({ id: [auth_identity_id] })
    if (entity_type === "email" && identity?.app_metadata?.seller_id) {
      await sendMail(container, {
        to: entity_id,
        template: "email-verification",
        data: { code },
        secrets: ["code"],
        idempotency_key: `auth.verification_requested:${createHash("sha256").update(`${auth_identity_id}:${code}`).digest("hex")}`,
        trigger_type: "auth.verification_requested",
        resource_type: "auth",
        resource_id: auth_identity_id,
      })
    }
    return new StepResponse()
  }
  // no undo: the mail is out
)

export const mailVerificationWorkflowId = "mail-verification"

/** Mails a seller's person the code that proves its address, once per code. Shoppers and operators are the host's. */
export const mailVerificationWorkflow = createWorkflow(
  mailVerificationWorkflowId,
  (input: MailVerificationInput) => {
    mailVerificationStep(input)
    return new WorkflowResponse(undefined)
  }
)
