import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { renderNotice } from "./render-notice"
import type { TemplateName } from "./texts/words"

export type Mail = {
  to: string
  template: TemplateName
  data: Record<string, unknown>
  /** Parts of `data` that may be in the mail and nowhere else. */
  secrets?: string[]
  /** The same mail goes out once. */
  idempotency_key?: string
  trigger_type: string
  resource_type: string
  resource_id: string
}

/**
 * A mail with a secret in it, which no notice may keep. Hands it to the
 * host's provider for the channel `email`. A host without one, or one that
 * fails, is a line in the log and no error: the row that the mail is about
 * exists, and its mail can be sent again.
 *
 * Medusa keeps the data of each notification and shows it to the operator, so
 * the secrets are taken out of the row as soon as the provider had them.
 */
export async function sendMail(
  container: MedusaContainer,
  { secrets = [], ...mail }: Mail
): Promise<void> {
  try {
    const { options } = container.resolve<NoticeModuleService>(NOTICE_MODULE)
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      ...mail,
      channel: "email",
      content: renderNotice(
        mail.template,
        options.notificationLocale,
        mail.data
      ),
    })
  } catch (error) {
    // What is caught here is a provider's fault, whose text may repeat the data.
    const reason = secrets.reduce(
      (text, key) => text.replaceAll(String(mail.data[key]), "…"),
      error instanceof Error ? error.message : "unknown reason"
    )
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Mail ${mail.template} for ${mail.resource_id} was not sent: ${reason}`
      )
  } finally {
    await forgetSecrets(container, mail, secrets)
  }
}

async function forgetSecrets(
  container: MedusaContainer,
  mail: Pick<Mail, "resource_type" | "resource_id">,
  secrets: string[]
): Promise<void> {
  if (secrets.length) {
    // The notification module has no update; its own mails delete nothing either.
    await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
      `update notification set data = data - string_to_array(?, ',')
         where resource_type = ? and resource_id = ?`,
      [secrets.join(","), mail.resource_type, mail.resource_id]
    )
  }
}
