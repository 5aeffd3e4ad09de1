export type MailSent = {
  to: string
  channel: string
  template: string
  data?: Record<string, unknown> | null
  content?: { subject?: string; text?: string; html?: string } | null
  provider_data?: Record<string, unknown> | null
}

// Medusa loads the provider in a module registry of its own.
const place = Symbol.for("marketplace.tests.mailbox")
const holder = globalThis as { [place]?: MailSent[] }

/** Every mail that was sent in this spec file. */
export function mailbox(): MailSent[] {
  return (holder[place] ??= [])
}

/** The token of the last invitation that an address got. */
export function lastToken(to: string): string {
  const mail = mailbox()
    .filter((sent) => sent.to === to)
    .at(-1)
  return String(mail?.data?.token)
}

/** Entry for `modules` of an app that sends to the mailbox through these channels; `others`: providers beside it. */
export const mailboxAt = (
  channels: string[],
  others: Record<string, unknown>[] = []
) => ({
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      { resolve: __dirname, id: "mailbox", options: { channels } },
      ...others,
    ],
  },
})

/** The same for mails alone. */
export const mailboxModule = mailboxAt(["email"])
