import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

export type Mail = {
  to: string
  template: string
  data: Record<string, unknown>
  /** Parts of `data` that may be in the mail and nowhere else. */
  secrets?: string[]
  trigger_type: string
  resource_type: string
  resource_id: string
}

/**
 * Hands a mail to the host's provider for the channel `email`. A host without
 * one, or one that fails, is a line in the log and no error: the row that the
 * mail is about exists, and its mail can be sent again.
 *
 * Medusa keeps the data of each notification and shows it to the operator, so
 * the secrets are taken out of the row as soon as the provider had them.
 */
export async function sendMail(
  container: MedusaContainer,
  { secrets = [], ...mail }: Mail
): Promise<void> {
  try {
    await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications({ ...mail, channel: "email" })
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
