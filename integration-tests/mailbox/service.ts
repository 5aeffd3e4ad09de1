import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { mailbox, type MailSent } from "./mailbox"

/** Keeps what it is asked to send, as a mail service would get it. */
export class MailboxProvider extends AbstractNotificationProviderService {
  static override identifier = "mailbox"

  override async send(mail: MailSent) {
    if (mail.to.startsWith("unreachable")) {
      throw new Error(`Refused: ${JSON.stringify(mail.data)}`)
    }
    mailbox().push(structuredClone(mail))
    return { id: `mail-${mailbox().length}` }
  }
}
