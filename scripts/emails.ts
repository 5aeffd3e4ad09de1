import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { notificationLocales } from "../src/options"
import { renderNotice } from "../src/workflows/notice/render-notice"
import { templateNames } from "../src/workflows/notice/texts/words"

const folder = join(__dirname, "../.local/emails")

/** Enough for every template; a long name shows how a phone breaks it. */
const sample = {
  seller: "Müller & Söhne Fahrradmanufaktur <Berlin>",
  seller_name: "Müller & Söhne Fahrradmanufaktur <Berlin>",
  sellers: "Müller & Söhne, Keramik Nord, Rösterei Süd",
  member: "Clara Braun",
  request: "Category “Gravel bikes”",
  reason: "The imprint is missing.",
  order: 1042,
  amount: "1234.5",
  currency: "eur",
  number: "2026-000042",
  period: "2026-11",
  state: "restricted",
  document: "registration",
  tracking: "JJD000390007823000000",
  until: "2027-03-01T00:00:00.000Z",
  check: "payout-invariant-10-not-posted",
  count: 2,
  item: "Kettenschaltungskomponentenaufbewahrungsbox (KSK-4711)",
  available: 3,
  rating: 4,
  note: "Arrived a day late, but everything fits.",
  answer: "Thank you! We have changed our carrier since.",
  code: "482 913",
  url: "https://vendor.example.com/orders/order_01JDEFGHJKMNPQRSTVWXYZ0123",
  items: [
    { title: "Chain, 116 links", quantity: 2, amount: "59.8" },
    {
      title: "Mug with a handle and a very long name",
      quantity: 1,
      amount: "20",
    },
  ],
}

/** Renders every mail in every language, to be looked at in a browser. */
for (const locale of notificationLocales) {
  const place = join(folder, locale)
  mkdirSync(place, { recursive: true })
  for (const name of templateNames) {
    const { items, ...rest } = sample
    const data = /^(purchase-confirmed|order-|digest)/.test(name)
      ? { ...rest, items }
      : rest
    const { subject, text, html } = renderNotice(name, locale, data)
    writeFileSync(join(place, `${name}.html`), html)
    writeFileSync(
      join(place, `${name}.txt`),
      `Subject: ${subject}\n\n${text}\n`
    )
  }
}
const list = notificationLocales.map(
  (locale) =>
    `<h2>${locale}</h2><ul>${templateNames.map((name) => `<li><a href="${locale}/${name}.html">${name}</a> <a href="${locale}/${name}.txt">text</a></li>`).join("")}</ul>`
)
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><meta charset="utf-8"><title>Mails</title>${list.join("\n")}`
)
console.log(
  `${templateNames.length * notificationLocales.length} mails in ${folder}`
)
