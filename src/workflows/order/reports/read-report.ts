import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { formatDecimal } from "../../../money/decimal"
import { minorDigits } from "../../../money/scale"
import { toSellerId, type SellerId } from "../../../scope/seller-id"
import { conversionReportSql } from "./conversion-report-sql"
import { productsReportSql } from "./products-report-sql"
import { periodsSql, type ReportGrain } from "./report-sql"
import { salesReportSql } from "./sales-report-sql"

export type ReportQuery = {
  /** `all`: of every seller; the operator's own goods are in no report. */
  of: SellerId | "all"
  /** Calendar days, `YYYY-MM-DD`, both part of the report. */
  from: string
  to: string
  period: "day" | "week" | "month"
  /** What a day is; without one the seller's, and UTC for all of them. */
  time_zone?: string
  currency_code?: string
  limit: number
  offset: number
}

/** First day of a period, or a seller. */
type Grain = { period: string } | { seller_id: string; seller: string | null }

/** Amounts in major units. */
export type SalesLine = Grain & {
  currency_code: string
  /** Placed in the period, whatever became of them. */
  orders: number
  /** Of those. */
  canceled_orders: number
  /** What buyers were charged for the others: goods and shipping less discounts, with tax. */
  sales: number
  tax: number
  discounts: number
  /** With its tax. */
  commission: number
  /** What the sellers keep of it. */
  net: number
  /** Given back in the period, for orders of any. */
  refunds: number
  commission_refunded: number
  /** Paid out in the period. */
  payouts: number
}

export type ProductLine = {
  product_id: string
  title: string | null
  seller_id: string
  seller: string | null
  currency_code: string
  orders: number
  units: number
  sales: number
  /** Of those sales, until now. */
  refunds: number
}

export type ConversionLine = Grain & {
  /** Begun in the period, with goods of the seller in them. */
  carts: number
  /** Of those. */
  purchases: number
  /** `purchases` ÷ `carts`, four digits. */
  rate: number
}

export type Report<Line> = { time_zone: string; lines: Line[]; count: number }

type Row = Record<string, string | null> & { total: number }

/** Sales, refunds, commission and payouts by period or seller, and currency. */
export async function readSalesReport(
  container: MedusaContainer,
  query: ReportQuery,
  grain: ReportGrain
): Promise<Report<SalesLine>> {
  const found = await readReport(container, query, salesReportSql(grain))
  const grains = await grainsOf(container, grain, found.rows)
  const lines = found.rows.map((row): SalesLine => {
    const { currency_code, amount } = inCurrency(row)
    return {
      ...grains(row),
      currency_code,
      orders: Number(row.orders),
      canceled_orders: Number(row.canceled_orders),
      sales: amount("sales"),
      tax: amount("tax"),
      discounts: amount("discounts"),
      commission: amount("commission"),
      net: amount("net"),
      refunds: Number(row.refunds),
      commission_refunded: amount("commission_refunded"),
      payouts: amount("payouts"),
    }
  })
  return { ...found, lines }
}

/** The products that sold best. */
export async function readProductsReport(
  container: MedusaContainer,
  query: ReportQuery
): Promise<Report<ProductLine>> {
  const found = await readReport(container, query, productsReportSql)
  const names = await namesOf(container, found.rows, "seller_id")
  const lines = found.rows.map((row): ProductLine => {
    const { currency_code, amount } = inCurrency(row)
    const seller_id = row.seller_id ?? ""
    return {
      product_id: row.product_id ?? "",
      title: row.title ?? null,
      ...{ seller_id, seller: names.get(seller_id) ?? null, currency_code },
      orders: Number(row.orders),
      units: Number(row.units),
      sales: amount("sales"),
      refunds: amount("refunds"),
    }
  })
  return { ...found, lines }
}

/** How many of the carts with a seller's goods were bought. */
export async function readConversionReport(
  container: MedusaContainer,
  query: ReportQuery,
  grain: ReportGrain
): Promise<Report<ConversionLine>> {
  const found = await readReport(container, query, conversionReportSql(grain))
  const grains = await grainsOf(container, grain, found.rows)
  const lines = found.rows.map((row): ConversionLine => {
    const [carts, purchases] = [Number(row.carts), Number(row.purchases)]
    const rate = Math.round((10_000 * purchases) / carts) / 10_000
    return { ...grains(row), carts, purchases, rate }
  })
  return { ...found, lines }
}

async function readReport(
  container: MedusaContainer,
  query: ReportQuery,
  sql: string
): Promise<{ rows: Row[]; count: number; time_zone: string }> {
  const { of, currency_code, from, to, period, limit, offset } = query
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const seller = of === "all" ? null : toSellerId(of)
  const time_zone = query.time_zone ?? (await zoneOf(container, seller))
  const days = { time_zone, from, to, period }
  const { rows: periods }: { rows: Record<"starts" | "days", string[]>[] } =
    await db.raw(periodsSql, days)
  const read = async (page: { limit: number; offset: number }) => {
    const { rows }: { rows: Row[] } = await db.raw(sql, {
      ...{ ...days, ...periods[0], seller, ...page },
      currency: currency_code ?? null,
    })
    return rows
  }
  const rows = await read({ limit, offset })
  // An empty page behind the last one has no row that could carry the count.
  const [first] =
    rows.length || !offset ? rows : await read({ limit: 1, offset: 0 })
  return { rows, count: first?.total ?? 0, time_zone }
}

async function zoneOf(
  container: MedusaContainer,
  seller: SellerId | null
): Promise<string> {
  if (!seller) {
    return "UTC"
  }
  const { rows }: { rows: { time_zone: string }[] } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      "select time_zone from seller_profile where seller_id = ? and deleted_at is null",
      [seller]
    )
  return rows[0]?.time_zone ?? "UTC"
}

async function grainsOf(
  container: MedusaContainer,
  grain: ReportGrain,
  rows: Row[]
): Promise<(row: Row) => Grain> {
  if (grain === "period") {
    return (row) => ({ period: row.grain ?? "" })
  }
  const names = await namesOf(container, rows, "grain")
  return ({ grain: id }) => ({
    seller_id: id ?? "",
    seller: names.get(id ?? "") ?? null,
  })
}

/** The names of the page's sellers, by id. */
async function namesOf(
  container: MedusaContainer,
  rows: Row[],
  column: string
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row[column] ?? []))]
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "seller", fields: ["id", "name"], filters: { id: ids } })
  return new Map(data.map(({ id, name }) => [id, name]))
}

/** A row's minor units as what HTTP speaks. */
function inCurrency(row: Row) {
  const currency_code = row.currency_code ?? ""
  const digits = minorDigits(currency_code)
  const amount = (name: string) =>
    Number(formatDecimal(BigInt(row[name] ?? 0), digits))
  return { currency_code, amount }
}
