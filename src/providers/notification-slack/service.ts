import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  MedusaError,
} from "@medusajs/framework/utils"
import { IncomingWebhook } from "@slack/webhook"

export type SlackOptions = {
  /** The incoming webhook of the operators' channel. */
  webhook_url: string
  /** Milliseconds one call may take. Default 10000. */
  timeout?: number
}

/** Slack cuts longer texts. */
const longestText = 3000

/** Tells the operators in a Slack channel, through its incoming webhook. */
export class SlackNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "notification-slack"

  private readonly webhook: IncomingWebhook

  constructor(_deps: Record<string, unknown>, options: SlackOptions) {
    super()
    this.webhook = new IncomingWebhook(options.webhook_url, {
      timeout: options.timeout ?? 10_000,
    })
  }

  /** Medusa calls it at boot. */
  static override validateOptions(options: Record<string, unknown>): void {
    if (!/^https?:\/\//.test(String(options.webhook_url))) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `notification-slack: option "webhook_url" is required`
      )
    }
  }

  /**
   * @throws MedusaError UNEXPECTED_STATE with the client's error code; its words hold the webhook's address, which is a secret.
   */
  override async send(
    message: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { subject, text } = message.content ?? {}
    const title = subject ?? message.template ?? ""
    const body = (text ?? "").slice(0, longestText)
    try {
      await this.webhook.send({
        // What notifications of phones show.
        text: plain(title),
        blocks: [
          {
            type: "section",
            text: { type: "plain_text", text: body || title, emoji: false },
          },
        ],
      })
    } catch (error) {
      const { code } = Object(error) as { code?: unknown }
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Slack refused the message: ${typeof code === "string" ? code : "no answer"}`
      )
    }
    return {}
  }
}

/** Slack's own marks, by which a seller's name could call everybody. */
function plain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
}
