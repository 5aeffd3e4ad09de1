import { noticeLocales } from "../../../modules/notice/types"
import { nextDigest } from "../next-digest"
import { noticeRules } from "../notice-table"
import { registerNoticeTemplate, renderNotice } from "../render-notice"
import { texts } from "../texts/texts"
import { templateNames, type Words } from "../texts/words"

const en = texts.en.words
const hostile = `<img src=x onerror=alert(1)>"'&\r\nBcc: all@example.com`

const placeholders = ({ subject, lines }: Words) =>
  [...`${subject} ${lines.join(" ")}`.matchAll(/\{\w+\}/g)].map(String).sort()

it.each(noticeLocales)("says the same in %s as in English", (locale) => {
  for (const name of templateNames) {
    const words = texts[locale].words[name]
    expect([name, placeholders(words)]).toEqual([name, placeholders(en[name])])
    expect([name, words.lines.length, !!words.action]).toEqual([
      ...[name, en[name].lines.length, !!en[name].action],
    ])
  }
})

it.each(noticeLocales)("keeps text as text in every mail, in %s", (locale) => {
  for (const name of templateNames) {
    const { subject, text, html } = renderNotice(name, locale, {
      ...{ seller: hostile, seller_name: hostile, sellers: hostile },
      ...{ member: hostile, request: hostile, reason: hostile, order: 7 },
      ...{ number: hostile, period: hostile, state: hostile },
      document: hostile,
      ...{ check: hostile, item: hostile, note: hostile, answer: hostile },
      ...{ code: hostile, until: hostile, rating: 4, count: 2, available: 3 },
      ...{ tracking: hostile, amount: "12.5", currency: "eur" },
      items: [{ title: hostile, quantity: 1, amount: "2" }],
      url: `https://vendor.example.com/?a=1&b="><script>`,
    })
    expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>/)
    expect(html).toContain("&lt;img src=x")
    expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}/)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).toContain(subject)
  }
})

it("leaves out the line whose value is missing, and a link that is no page", () => {
  const rejected = (data: Record<string, unknown>) =>
    renderNotice("seller-rejected", "en", { seller: "Bob", ...data })
  expect(rejected({ reason: "No imprint" }).text).toContain(
    "Reason: No imprint"
  )
  expect(rejected({ reason: null }).text).not.toContain("Reason")
  const { html, text } = renderNotice("seller-accepted", "en", {
    seller: "Bob",
    url: "javascript:alert(1)",
  })
  expect(`${html}${text}`).not.toContain("javascript")
})

it("writes amounts as the language does", () => {
  const subjectIn = (locale: "en" | "de") =>
    renderNotice("payout-paid", locale, {
      ...{ seller: "Bob", amount: "1234.5", currency: "eur" },
    }).subject.replace(/\s/g, " ")
  expect(subjectIn("en")).toBe("Payout of €1,234.50")
  expect(subjectIn("de")).toBe("Auszahlung von 1.234,50 €")
})

it("gives way to a host's template", () => {
  registerNoticeTemplate("member-joined", ({ member }, locale) => ({
    subject: `Hello\n${String(member)} (${locale})`,
    text: "mine",
    html: "<b>mine</b>",
  }))
  expect(renderNotice("member-joined", "fr", { member: "Clara" })).toEqual({
    ...{ subject: "Hello Clara (fr)", text: "mine", html: "<b>mine</b>" },
  })
})

it("has no rule twice", () => {
  const names = noticeRules.map(
    ({ event, template, audience }) => `${event} ${template} ${audience}`
  )
  expect(new Set(names).size).toBe(names.length)
})

it("finds the next hour of the digest, today or tomorrow", () => {
  const at = (time: string) =>
    nextDigest(7, new Date(`2026-03-28T${time}Z`)).toISOString()
  expect(at("06:59:59")).toBe("2026-03-28T07:00:00.000Z")
  expect(at("07:00:00")).toBe("2026-03-29T07:00:00.000Z")
})
