/** What a mail shows, before it becomes text or HTML. */
export type MailPage = {
  locale: string
  heading: string
  lines: string[]
  /** One line each, e.g. what was bought, and for how much. */
  items: { title: string; amount?: string }[]
  action?: { label: string; url: string }
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text that stays text wherever it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "")
}

/** The page for readers without HTML. */
export function asText({ heading, lines, items, action }: MailPage): string {
  return [
    heading,
    ...lines,
    ...(items.length ? [items.map(itemText).join("\n")] : []),
    ...(action ? [`${action.label}: ${action.url}`] : []),
  ].join("\n\n")
}

const itemText = ({ title, amount }: MailPage["items"][number]) =>
  `- ${title}${amount ? ` – ${amount}` : ""}`

/** Long words break at a syllable where the program knows the language, else anywhere. */
const breaks =
  "overflow-wrap:break-word;word-break:break-word;hyphens:auto;-webkit-hyphens:auto"

/** Programs that know dark surroundings read the classes, the others the inline styles. */
const dark = `<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#18181b!important}
.card{background:#27272a!important}
.head{color:#fafafa!important}
.text{color:#d4d4d8!important}
.line{border-color:#3f3f46!important}
.button{background:#e4e4e7!important;color:#18181b!important}
}
</style>`

/** The same as HTML: tables and inline styles, as mail programs want them; no image, no script. */
export function asHtml({
  locale,
  heading,
  lines,
  items,
  action,
}: MailPage): string {
  const title = escapeHtml(heading)
  const text = (line: string) =>
    `<p class="text" style="margin:0 0 16px;font-size:16px;line-height:24px;color:#333333">${escapeHtml(line)}</p>`
  const cell = (of: string, style: string) =>
    `<td class="text line" valign="top" style="padding:10px 0;border-bottom:1px solid #e5e5e5;font-size:15px;line-height:20px;color:#333333;${style}">${escapeHtml(of)}</td>`
  const item = ({ title, amount = "" }: MailPage["items"][number]) =>
    `<tr>${cell(title, breaks)}${cell(amount, "padding-left:16px;text-align:right;white-space:nowrap")}</tr>`
  const list = items.length
    ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px">${items.map(item).join("")}</table>`
    : ""
  const button = action
    ? `<a class="button" href="${escapeHtml(action.url)}" style="display:inline-block;margin:8px 0 0;padding:12px 24px;border-radius:6px;background:#1f2937;color:#ffffff;font-size:16px;line-height:20px;text-decoration:none">${escapeHtml(action.label)}</a>`
    : ""
  return `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title>${dark}</head>
<body class="page" style="margin:0;padding:0;background:#f4f4f5;font-family:Arial,Helvetica,sans-serif">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f4f5"><tr><td align="center" style="padding:24px 12px">
<table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px"><tr><td style="padding:32px 24px 24px;text-align:left;${breaks}">
<h1 class="head" style="margin:0 0 20px;font-size:22px;line-height:30px;color:#111111">${title}</h1>
${lines.map(text).join("\n")}
${list}${button}
</td></tr></table>
</td></tr></table>
</body></html>
`
}
