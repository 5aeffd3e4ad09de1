/** What a mail shows, before it becomes text or HTML. */
export type MailPage = {
  locale: string
  heading: string
  lines: string[]
  /** One line each, e.g. what was bought. */
  items: string[]
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
    ...(items.length ? [items.map((item) => `- ${item}`).join("\n")] : []),
    ...(action ? [`${action.label}: ${action.url}`] : []),
  ].join("\n\n")
}

const font = "font-family:Arial,Helvetica,sans-serif"

/** The same as HTML: tables and inline styles, as mail programs want them; no image, no script. */
export function asHtml({
  locale,
  heading,
  lines,
  items,
  action,
}: MailPage): string {
  const text = (line: string) =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:24px;color:#333333">${escapeHtml(line)}</p>`
  const item = (line: string) =>
    `<tr><td style="padding:10px 0;border-bottom:1px solid #e5e5e5;font-size:15px;line-height:20px;color:#333333">${escapeHtml(line)}</td></tr>`
  const list = items.length
    ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px">${items.map(item).join("")}</table>`
    : ""
  const button = action
    ? `<a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#1f2937;color:#ffffff;font-size:16px;text-decoration:none">${escapeHtml(action.label)}</a>`
    : ""
  return `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:0;background:#f4f4f5;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px"><tr><td style="padding:32px 24px;overflow-wrap:anywhere">
<h1 style="margin:0 0 20px;font-size:22px;line-height:30px;color:#111111">${escapeHtml(heading)}</h1>
${lines.map(text).join("\n")}
${list}${button}
</td></tr></table>
</td></tr></table>
</body></html>
`
}
