import type { NoticeLocale } from "../../modules/notice/types"
import { asHtml, asText, type MailPage } from "./mail-page"
import { texts } from "./texts/texts"
import { templateNames, type TemplateName } from "./texts/words"

/**
 * What a template may show. `amount` is exact, in major units of `currency`;
 * `items` are lines under the text, with an amount of their own if they have one.
 */
export type NoticeData = {
  amount?: string
  currency?: string
  url?: string
  items?: { title: string; quantity?: number; amount?: string }[]
  [name: string]: unknown
}

/** A mail in both forms; `subject` is one line. */
export type RenderedNotice = { subject: string; text: string; html: string }

export type NoticeTemplate = (
  data: NoticeData,
  locale: NoticeLocale
) => RenderedNotice

const custom = new Map<string, NoticeTemplate>()

/**
 * Puts a host's template in the place of ours, for every channel. Call it once,
 * in a file that the host loads, e.g. a subscriber. It escapes what it shows.
 *
 * @example registerNoticeTemplate("order-new", (data, locale) => ({ subject, text, html }))
 */
export function registerNoticeTemplate(
  name: TemplateName,
  template: NoticeTemplate
): void {
  custom.set(name, template)
}

/** One template with its data, in one language. */
export function renderNotice(
  name: string,
  locale: NoticeLocale,
  data: NoticeData
): RenderedNotice {
  const template = custom.get(name)
  if (template) {
    const rendered = template(data, locale)
    return { ...rendered, subject: oneLine(rendered.subject) }
  }
  const known = templateNames.find((one) => one === name)
  if (!known) {
    const title = oneLine(typeof data.title === "string" ? data.title : name)
    return { subject: title, text: title, html: "" }
  }
  const { subject, lines, action } = texts[locale].words[known]
  const values = shown(data, locale)
  const heading = oneLine(fill(subject, values) ?? subject)
  const page: MailPage = {
    locale,
    heading,
    lines: lines.flatMap((line) => fill(line, values) ?? []),
    items: (data.items ?? []).map((item) => itemLine(item, data, locale)),
    action:
      action && isLink(data.url) ? { label: action, url: data.url } : undefined,
  }
  return { subject: heading, text: asText(page), html: asHtml(page) }
}

/** Only what a browser opens as a page: a url may come from a host's options. */
const isLink = (url: unknown): url is string =>
  typeof url === "string" && /^https?:\/\//.test(url)

/** The line with its values; undefined when one of them is missing. */
function fill(line: string, values: Map<string, string>): string | undefined {
  const names = [...line.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "")
  return names.every((name) => values.has(name))
    ? line.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "")
    : undefined
}

function shown(data: NoticeData, locale: NoticeLocale): Map<string, string> {
  const values = Object.entries({
    ...data,
    amount: data.amount && money(data.amount, data.currency, locale),
    period: data.period && month(data.period, locale),
    until: data.until && day(data.until, locale),
    state: wordIn(texts[locale].states, data.state),
    document: wordIn(texts[locale].documents, data.document),
  }).flatMap(([name, value]): [string, string][] =>
    (typeof value === "string" && value) || typeof value === "number"
      ? [[name, String(value)]]
      : []
  )
  return new Map(values)
}

function itemLine(
  { title, quantity, amount }: NonNullable<NoticeData["items"]>[number],
  { currency }: NoticeData,
  locale: NoticeLocale
): MailPage["items"][number] {
  const times = quantity === undefined ? "" : `${quantity} × `
  return {
    title: `${times}${title}`,
    amount: amount ? money(amount, currency, locale) : undefined,
  }
}

function money(
  amount: string,
  currency: string | undefined,
  locale: NoticeLocale
): string {
  if (!currency) {
    return amount
  }
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency.toUpperCase(),
  }).format(Number(amount))
}

/** How something is called; what has no word stays as it is. */
function wordIn(words: Record<string, string>, name: unknown): unknown {
  return Object.entries(words).find(([known]) => known === name)?.[1] ?? name
}

/** A day, from an ISO time; what is none stays as it is. */
function day(until: unknown, locale: NoticeLocale): unknown {
  const at = new Date(String(until))
  return isNaN(at.getTime())
    ? until
    : at.toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" })
}

/** `2026-11` in words. */
function month(period: unknown, locale: NoticeLocale): unknown {
  const at = new Date(`${String(period)}-01T00:00:00Z`)
  return isNaN(at.getTime())
    ? period
    : at.toLocaleDateString(locale, {
        ...{ month: "long", year: "numeric", timeZone: "UTC" },
      })
}

/** A line break in a subject would be a header of its own. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim()
