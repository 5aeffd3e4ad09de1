import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"
import {
  mailPasswordResetWorkflow,
  type MailPasswordResetInput,
} from "../../workflows/notice/mail-password-reset"

/** When somebody of a seller forgot the password: mail the link. */
export default async function mailPasswordReset({
  event,
  container,
}: SubscriberArgs<MailPasswordResetInput>): Promise<void> {
  const { entity_id, actor_type, token } = event.data
  await mailPasswordResetWorkflow(container).run({
    input: { entity_id, actor_type, token },
  })
}

export const config: SubscriberConfig = {
  event: AuthWorkflowEvents.PASSWORD_RESET,
  context: { subscriberId: "marketplace-mail-password-reset" },
}
