import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { mailbox, type MailSent } from "../../mailbox/mailbox"

/** As much as a gateway takes in one message of several parts. */
const longest = 1600

/** What a host writes for its gateway: takes numbers as the network knows them, and plain text. */
export class SmsGatewayProvider extends AbstractNotificationProviderService {
  static override identifier = "sms-gateway"

  override async send(message: MailSent) {
    const { to, content } = message
    const text = content?.text ?? ""
    if (!/^\+[1-9]\d{6,14}$/.test(to) || !text || text.length > longest) {
      throw new Error("The gateway refuses this message")
    }
    mailbox().push(structuredClone(message))
    return { id: `sms-${mailbox().length}` }
  }
}
