import sendgrid from "@medusajs/medusa/notification-sendgrid"
import { Client } from "@sendgrid/client"
import sendgridMail from "@sendgrid/mail"
import { z } from "@medusajs/framework/zod"
import { ResendNotificationProvider } from "../src/providers/notification-resend/service"
import { SlackNotificationProvider } from "../src/providers/notification-slack/service"
import { renderNotice } from "../src/workflows/notice/render-notice"
import { Vendor } from "./vendor-fake"

const vendor = new Vendor()
let url = ""
beforeAll(async () => {
  url = await vendor.start()
})
afterAll(() => vendor.stop())
beforeEach(() => vendor.calls.splice(0))

const content = renderNotice("order-new", "de", {
  ...{ seller: "Bob <!channel>", order: 7, amount: "12.5", currency: "eur" },
})
const notification = {
  ...{ to: "owner@example.com", channel: "email", template: "order-new" },
  ...{ data: {}, content },
}

describe("Resend", () => {
  /** `POST /emails`, as Resend's reference describes it. */
  const contract = z.strictObject({
    from: z.string().regex(/@/),
    to: z.array(z.email()).min(1).max(50),
    subject: z.string().min(1),
    text: z.string().optional(),
    html: z.string().optional(),
    reply_to: z.union([z.string(), z.array(z.string())]).optional(),
    attachments: z
      .array(
        z.strictObject({
          content: z.string(),
          filename: z.string(),
          content_type: z.string().optional(),
        })
      )
      .optional(),
  })
  const provider = () =>
    new ResendNotificationProvider(
      {},
      { api_key: "re_test", from: "Market <hi@example.com>", base_url: url }
    )

  beforeEach(() => {
    vendor.answer = ({ body }) =>
      contract.safeParse(body).success
        ? { status: 200, body: JSON.stringify({ id: "mail_1" }) }
        : {
            status: 422,
            body: JSON.stringify({
              ...{ statusCode: 422, name: "validation_error" },
              message: `Invalid: ${JSON.stringify(body)}`,
            }),
          }
  })

  it("sends text and HTML with the key that makes a repeat harmless", async () => {
    const answer = await provider().send({
      ...notification,
      provider_data: { idempotency_key: "order.placed:order_1:1" },
      attachments: [
        { content: "QQ==", filename: "a.txt", content_type: "text/plain" },
      ],
    })
    expect(answer).toEqual({ id: "mail_1" })
    const [call] = vendor.calls
    expect(call?.path).toBe("POST /emails")
    expect(call?.headers).toMatchObject({
      authorization: "Bearer re_test",
      "idempotency-key": "order.placed:order_1:1",
    })
    expect(contract.parse(call?.body)).toMatchObject({
      to: ["owner@example.com"],
      subject: "Neue Bestellung #7",
      text: content.text,
      html: content.html,
    })
  })

  it("names the kind of a refusal and nothing of the mail", async () => {
    vendor.answer = () => ({
      status: 422,
      body: JSON.stringify({
        ...{ statusCode: 422, name: "validation_error" },
        message: "owner@example.com is bad",
      }),
    })
    await expect(provider().send(notification)).rejects.toThrow(
      /^Resend refused the mail: validation_error$/
    )
    await expect(
      provider().send({ ...notification, content: null })
    ).rejects.toThrow(/no content/)
  })

  it("says at boot what is missing", () => {
    expect(() =>
      ResendNotificationProvider.validateOptions({ api_key: "re_test" })
    ).toThrow(/"from"/)
  })
})

describe("Slack", () => {
  /** An incoming webhook's message, as Slack's reference describes it. */
  const contract = z.strictObject({
    text: z.string().min(1).max(40_000),
    blocks: z
      .array(
        z.strictObject({
          type: z.literal("section"),
          text: z.strictObject({
            type: z.literal("plain_text"),
            text: z.string().min(1).max(3000),
            emoji: z.boolean().optional(),
          }),
        })
      )
      .max(50)
      .optional(),
  })
  const provider = () =>
    new SlackNotificationProvider({}, { webhook_url: `${url}/services/T/B/x` })

  it("posts one message in which a seller's name can call nobody", async () => {
    vendor.answer = () => ({ status: 200, body: "ok" })
    await provider().send({
      ...{ to: "operator", channel: "slack", template: "order-new" },
      content: {
        ...content,
        subject: "Bob <!channel>",
        text: "x".repeat(5000),
      },
    })
    const [call] = vendor.calls
    expect(call?.path).toBe("POST /services/T/B/x")
    const { text, blocks } = contract.parse(call?.body)
    expect(text).toBe("Bob &lt;!channel&gt;")
    expect(blocks?.[0]?.text.text).toHaveLength(3000)
  })

  it("keeps the webhook's address, which is a secret, out of its errors", async () => {
    vendor.answer = () => ({ status: 404, body: "no_service" })
    await expect(
      provider().send({ ...notification, channel: "slack" })
    ).rejects.toThrow(/^Slack refused the message: \w+$/)
    expect(() =>
      SlackNotificationProvider.validateOptions({ webhook_url: "T/B/x" })
    ).toThrow(/webhook_url/)
  })
})

describe("SendGrid, by Medusa's own provider", () => {
  const address = z.strictObject({
    email: z.email(),
    name: z.string().optional(),
  })
  /** `POST /v3/mail/send`, as SendGrid's reference describes it. */
  const contract = z.strictObject({
    from: address,
    subject: z.string().min(1),
    content: z
      .array(
        z.strictObject({
          type: z.enum(["text/plain", "text/html"]),
          value: z.string().min(1),
        })
      )
      .min(1),
    personalizations: z
      .array(
        z.strictObject({
          to: z.array(address).min(1).max(1000),
          dynamic_template_data: z.record(z.string(), z.unknown()).optional(),
        })
      )
      .min(1)
      .max(1000),
    attachments: z
      .array(
        z.looseObject({ content: z.base64(), filename: z.string().min(1) })
      )
      .optional(),
  })
  const provider = () => {
    const [Service] = sendgrid.services
    if (!Service) {
      throw new Error("Medusa's SendGrid module has no service")
    }
    const client = new Client()
    sendgridMail.setClient(client)
    const made = new Service(
      { logger: console },
      { api_key: "SG.test", from: "hi@example.com" }
    )
    // Its key sets the address, too.
    client.setDefaultRequest("baseUrl", url)
    return made
  }

  beforeEach(() => {
    vendor.answer = ({ body }) =>
      contract.safeParse(body).success
        ? { status: 202, body: "" }
        : {
            status: 400,
            body: JSON.stringify({
              errors: [{ message: "Bad Request", field: "from", help: null }],
            }),
          }
  })

  it("takes our mails as its reference describes them", async () => {
    await provider().send(notification)
    const [call] = vendor.calls
    expect(call?.path).toBe("POST /v3/mail/send")
    expect(call?.headers.authorization).toBe("Bearer SG.test")
    const { personalizations, ...mail } = contract.parse(call?.body)
    expect(personalizations[0]?.to).toEqual([{ email: "owner@example.com" }])
    expect(mail).toMatchObject({
      from: { email: "hi@example.com" },
      subject: "Neue Bestellung #7",
      content: [{ type: "text/html", value: content.html }],
    })
  })

  it("fails when it refuses, so that we try again", async () => {
    await expect(
      provider().send({ ...notification, to: "nobody" })
    ).rejects.toThrow(/Failed to send email/)
  })
})
