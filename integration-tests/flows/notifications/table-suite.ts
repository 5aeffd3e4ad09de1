import { NOTICE_MODULE } from "../../../src/modules/notice"
import type { NoticeModuleService } from "../../../src/modules/notice/service"
import { noticeLocales } from "../../../src/modules/notice/types"
import { notifyWorkflow } from "../../../src/workflows/notice/notify"
import {
  audienceChannels,
  type NoticeRule,
} from "../../../src/workflows/notice/notice-rule"
import { noticeRules } from "../../../src/workflows/notice/notice-table"
import { registerNoticeTemplate } from "../../../src/workflows/notice/render-notice"
import type { App } from "../../app"
import { mailbox } from "../../mailbox/mailbox"
import { rows } from "../../rows"
import { everyOccurrence, spoken, type Occurrences } from "./occurrences"
import { noticesOf, openShop, type Shop } from "./shop"

type Kept = {
  template: string
  channel: string
  to: string
  locale: string
  status: string
}

/** The table, row by row: each event reaches its audience's channels in every language, once. */
export function theTable(app: App): void {
  const scene = {} as { shop: Shop; occurrences: Occurrences }
  beforeAll(async () => {
    const shop = await openShop(app)
    scene.shop = shop
    scene.occurrences = await everyOccurrence(app, shop)
    // What really happened is told by itself.
    await noticesOf(app, "payment.refunded", 3)
    await noticesOf(app, "order_set.placed", 1)
    await noticesOf(app, "order.placed", 2)
    await rows(app, "delete from notice")
    await rows(app, "delete from notification")
  })
  afterAll(() => {
    options().notificationLocale = "en"
  })

  const options = () =>
    app.getContainer().resolve<NoticeModuleService>(NOTICE_MODULE).options

  const payloadsOf = ({ event, only, facts }: NoticeRule) =>
    (scene.occurrences.get(event) ?? []).filter(
      (data) =>
        (only?.(data) ?? true) &&
        (!String(event).startsWith("request.") ||
          (data.kind === "order_return") === (facts === "return-request"))
    )

  const addressesOf = ({ audience, channels }: NoticeRule) => {
    const to = {
      email: {
        ...{ team: ["owner@example.com"], owners: ["owner@example.com"] },
        ...{ operator: ["ops@example.com"], buyer: ["clara@example.com"] },
      }[audience],
      ...{ seller_feed: [scene.shop.bob.id], feed: ["operator"] },
      ...{ slack: ["operator"], sms: ["+491701234567"] },
    }
    return (channels ?? audienceChannels[audience]).flatMap((channel) =>
      to[channel].map((address) => [channel, address])
    )
  }

  it.each(noticeLocales)("reaches everybody once, in %s", async (locale) => {
    options().notificationLocale = locale
    const before = mailbox().length
    const expected: string[] = []
    for (const event of new Set(noticeRules.map((rule) => rule.event))) {
      const told = scene.occurrences.get(event) ?? []
      expect([event, told.length > 0]).toEqual([event, true])
      for (const data of told) {
        const input = { event, data }
        // The event comes again, also while the first is under way.
        await Promise.all(
          [1, 2].map(() => notifyWorkflow(app.getContainer()).run({ input }))
        )
        await notifyWorkflow(app.getContainer()).run({ input })
      }
    }
    for (const rule of noticeRules) {
      const lines = addressesOf(rule).map(([channel, to]) =>
        [rule.template, channel, to, locale].join(" ")
      )
      expected.push(...payloadsOf(rule).flatMap(() => lines))
    }
    const kept = (await rows(
      app,
      `select template, channel, "to", locale, status from notice
       where created_at > now() - interval '10 minutes'`
    )) as Kept[]
    expect(
      kept
        .map(({ template, channel, to, locale }) =>
          [template, channel, to, locale].join(" ")
        )
        .sort()
    ).toEqual(expected.sort())
    const hasProvider = ({ channel }: Kept) =>
      ["email", "slack", "sms"].includes(channel)
    expect(
      kept.filter(
        (one) => one.status !== (hasProvider(one) ? "sent" : "skipped")
      )
    ).toEqual([])
    const sent = mailbox().slice(before)
    expect(
      sent
        .map(({ template, channel, to }) => [template, channel, to].join(" "))
        .sort()
    ).toEqual(
      kept
        .filter(hasProvider)
        .map(({ template, channel, to }) => [template, channel, to].join(" "))
        .sort()
    )
    for (const { template, content } of sent) {
      const { subject = "", text = "", html = "" } = content ?? {}
      expect([template, subject.length > 3, subject.length < 120]).toEqual([
        ...[template, true, true],
      ])
      expect([template, text.startsWith(subject)]).toEqual([template, true])
      expect(html).toContain(`<html lang="${locale}"`)
      expect(`${subject}${text}${html}`).not.toMatch(
        /\{\w+\}|undefined|null|NaN|\[object/
      )
    }
  })

  it("tells what matters: names, amounts, reasons, tracking", async () => {
    options().notificationLocale = "en"
    const tell = async (event: string) => {
      const before = mailbox().length
      for (const data of scene.occurrences.get(event) ?? []) {
        const input = { event, data }
        await notifyWorkflow(app.getContainer()).run({ input })
      }
      return mailbox()
        .slice(before)
        .map(({ content }) => content?.text ?? "")
        .join("\n")
    }
    expect(await tell("dispute.opened")).toContain("€12.34")
    expect(await tell("seller_balance.below_floor")).toContain("-€25.00")
    expect(await tell("stock.low")).toContain("3 left of")
    expect(await tell("request.declined")).toContain(spoken.reason)
    expect(await tell("payout_hold.changed")).toContain("until March 1, 2027")
    expect(await tell("payout_account.status_changed")).toContain("restricted")
    expect(await tell("seller_statement.issued")).toContain("November 2026")
    expect(await tell("review.answered")).toContain("“Thank you”")
    expect(await tell("invariant.violated")).toContain("found 2 wrong rows")
  })

  it("sends a host's own template, in every channel", async () => {
    options().notificationLocale = "de"
    const [placed] = scene.occurrences.get("shipment.created") ?? []
    registerNoticeTemplate("order-shipped", (data, locale) => ({
      subject: `Mine ${locale} ${String(data.order)}\r\nBcc: all@example.com`,
      text: "own text",
      html: "<b>own</b>",
    }))
    const before = mailbox().length
    await notifyWorkflow(app.getContainer()).run({
      input: { event: "shipment.created", data: placed ?? {} },
    })
    const sent = mailbox().slice(before)
    expect(sent.map(({ channel }) => channel).sort()).toEqual(["email", "sms"])
    for (const { content } of sent) {
      expect(content?.text).toBe("own text")
      // A line break in a subject would be a header of its own.
      expect(content?.subject).toMatch(/^Mine de \d+ Bcc: all@example.com$/)
    }
  })
}
