import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  MedusaError,
} from "@medusajs/framework/utils"
import { Resend, type CreateEmailOptions } from "resend"

export type ResendOptions = {
  api_key: string
  /** E.g. `Marketplace <hello@example.com>`; its domain is verified at Resend. */
  from: string
  reply_to?: string
  /** Another address of the service, for tests. */
  base_url?: string
}

/**
 * Mails through Resend. The text and HTML come with the notification; the same
 * `provider_data.idempotency_key` is sent once within Resend's 24 hours.
 */
export class ResendNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "notification-resend"

  private readonly client: Resend

  constructor(
    _deps: Record<string, unknown>,
    private readonly options: ResendOptions
  ) {
    super()
    this.client = new Resend(options.api_key, { baseUrl: options.base_url })
  }

  /** Medusa calls it at boot. */
  static override validateOptions(options: Record<string, unknown>): void {
    for (const name of ["api_key", "from"]) {
      if (typeof options[name] !== "string" || !options[name]) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `notification-resend: option "${name}" is required`
        )
      }
    }
  }

  /**
   * @returns Resend's id of the mail.
   * @throws MedusaError INVALID_DATA without content; UNEXPECTED_STATE with Resend's error name, never its words, which quote addresses.
   */
  override async send(
    mail: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const idempotencyKey = mail.provider_data?.idempotency_key
    const { data, error } = await this.client.emails.send(this.payload(mail), {
      ...(typeof idempotencyKey === "string"
        ? { idempotencyKey: idempotencyKey.slice(0, 256) }
        : {}),
    })
    if (error) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Resend refused the mail: ${error.name}`
      )
    }
    return { id: data.id }
  }

  private payload(mail: ProviderSendNotificationDTO): CreateEmailOptions {
    const { subject, text, html } = mail.content ?? {}
    if (!subject || !(text || html)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Notification ${mail.template} has no content to send`
      )
    }
    return {
      from: mail.from?.trim() || this.options.from,
      to: [mail.to],
      subject,
      text: text ?? "",
      ...(html ? { html } : {}),
      ...(this.options.reply_to ? { replyTo: this.options.reply_to } : {}),
      ...(mail.attachments?.length
        ? {
            attachments: mail.attachments.map((file) => ({
              content: file.content,
              filename: file.filename,
              contentType: file.content_type,
            })),
          }
        : {}),
    }
  }
}
