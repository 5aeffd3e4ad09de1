import {
  major,
  type RandomLine,
  type RandomOrder,
  type RandomSales,
} from "./random-sales"

/** The days of the reports, inside of those of the sales. */
export const from = "2026-10-22"
export const to = "2026-11-05"

type Period = "day" | "week" | "month"
export type Line = Record<string, string | number | null>

type Of = { zone: string; period: Period }

/** The line that a moment belongs to; undefined outside of the report. */
function periodOf(at: Date, { zone, period }: Of): string | undefined {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const
  const day = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone: zone, ...parts },
  }).format(at)
  if (day < from || day > to) {
    return undefined
  }
  if (period === "month") {
    return `${day.slice(0, 7)}-01`
  }
  const monday = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (monday.getUTCDay() + 6) % 7
  monday.setUTCDate(monday.getUTCDate() - (period === "week" ? sinceMonday : 0))
  return monday.toISOString().slice(0, 10)
}

const figures = [
  ...["orders", "canceled_orders", "sales", "tax", "discounts", "commission"],
  ...["net", "refunds", "commission_refunded", "payouts"],
] as const
type Sums = Record<(typeof figures)[number], number>

/** The report as one would add it up by hand, in minor units. */
export function expectedSales(
  { orders, payouts }: RandomSales,
  of: Of
): Line[] {
  const found = new Map<string, Sums>()
  const add = (at: Date, currency: string, some: Partial<Sums>) => {
    const period = periodOf(at, of)
    if (period) {
      const key = `${period} ${currency}`
      const sums =
        found.get(key) ??
        (Object.fromEntries(figures.map((name) => [name, 0])) as Sums)
      figures.forEach((name) => (sums[name] += some[name] ?? 0))
      found.set(key, sums)
    }
  }
  for (const { at, currency, canceled, lines, refunds } of orders) {
    add(at, currency, { orders: 1, canceled_orders: canceled ? 1 : 0 })
    for (const line of canceled ? [] : lines) {
      const commission = line.commission + line.commission_tax
      add(at, currency, {
        ...{ sales: charged(line), tax: line.tax, commission },
        discounts: line.discount_seller + line.discount_platform,
        net: line.gross - line.discount_seller - commission,
      })
    }
    for (const { at, amount, commission } of refunds) {
      add(at, currency, {
        ...{ refunds: amount, commission_refunded: commission + 1 },
      })
    }
  }
  for (const { at, currency, amount } of payouts) {
    add(at, currency, { payouts: amount })
  }
  return [...found].sort(byKey).map(([key, sums]) => {
    const [period = "", currency = ""] = key.split(" ")
    const { orders, canceled_orders, ...money } = sums
    const amounts = Object.entries(money).map(([name, amount]) => [
      ...[name, major(currency, amount)],
    ])
    return {
      ...{ period, currency_code: currency, orders, canceled_orders },
      ...Object.fromEntries(amounts),
    }
  })
}

/** Carts and purchases, counted one by one. */
export function expectedConversion({ carts }: RandomSales, of: Of): Line[] {
  const found = new Map<string, { carts: number; purchases: number }>()
  for (const { at, bought } of carts) {
    const period = periodOf(at, of)
    if (period) {
      const line = found.get(period) ?? { carts: 0, purchases: 0 }
      line.carts += 1
      line.purchases += bought ? 1 : 0
      found.set(period, line)
    }
  }
  return [...found].sort(byKey).map(([period, line]) => ({
    ...{ period, ...line },
    rate: Math.round((10_000 * line.purchases) / line.carts) / 10_000,
  }))
}

/** Carl's products, added up line by line. */
export function expectedProducts({ orders }: RandomSales, of: Of): Line[] {
  const found = new Map<
    string,
    { orders: Set<string>; units: number; sales: number; refunds: number }
  >()
  for (const order of orders.filter((one) => !one.canceled)) {
    for (const [n, line] of periodOf(order.at, of)
      ? order.lines.entries()
      : []) {
      const key = `${order.currency} prod_${order.seller}_${line.product}`
      const sums = found.get(key) ?? {
        ...{ orders: new Set(), units: 0, sales: 0, refunds: 0 },
      }
      sums.orders.add(order.id)
      sums.units += line.quantity
      sums.sales += charged(line)
      sums.refunds += n ? 0 : refunded(order)
      found.set(key, sums)
    }
  }
  return [...found]
    .map(([key, sums]) => ({ key, ...sums }))
    .sort((a, b) => {
      const [currency = "", product = ""] = a.key.split(" ")
      const [other = "", another = ""] = b.key.split(" ")
      return (
        currency.localeCompare(other) ||
        b.sales - a.sales ||
        product.localeCompare(another)
      )
    })
    .map(({ key, orders, units, sales, refunds }) => {
      const [currency = "", product_id = ""] = key.split(" ")
      return {
        ...{ product_id, title: `Product ${product_id.slice(-1)}` },
        ...{ seller_id: product_id.slice(5, -2), seller: "Carl's Cheese" },
        ...{ currency_code: currency, orders: orders.size, units },
        sales: major(currency, sales),
        refunds: major(currency, refunds),
      }
    })
}

const refunded = ({ refunds }: RandomOrder) =>
  refunds.reduce((sum, { amount }) => sum + amount, 0)

const charged = (line: RandomLine) =>
  line.gross - line.discount_seller - line.discount_platform + line.tax

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) =>
  a < b ? -1 : 1

/** What concerns one seller. */
export const onlyOf = (
  id: string,
  { orders, payouts, carts }: RandomSales
): RandomSales => ({
  orders: orders.filter(({ seller }) => seller === id),
  payouts: payouts.filter(({ seller }) => seller === id),
  carts: carts.filter(({ sellers }) => sellers.includes(id)),
})
