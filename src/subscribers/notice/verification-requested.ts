import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"
import {
  mailVerificationWorkflow,
  type MailVerificationInput,
} from "../../workflows/notice/mail-verification"

/** When somebody of a seller is to prove an address: mail the code. */
export default async function mailVerification({
  event,
  container,
}: SubscriberArgs<MailVerificationInput>): Promise<void> {
  const { entity_id, entity_type, auth_identity_id, code } = event.data
  await mailVerificationWorkflow(container).run({
    input: { entity_id, entity_type, auth_identity_id, code },
  })
}

export const config: SubscriberConfig = {
  event: AuthWorkflowEvents.VERIFICATION_REQUESTED,
  context: { subscriberId: "marketplace-mail-verification" },
}
