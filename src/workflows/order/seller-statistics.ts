import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toSellerId, type SellerId } from "../../scope/seller-id"
import { statisticsSql } from "./statistics-sql"

export type DayCount = { date: string; count: number }
/** Major units. */
export type DayAmount = { date: string; currency_code: string; amount: number }

export type SellerStatistics = {
  /** What a day is. */
  time_zone: string
  /** Orders placed, whatever became of them. */
  orders: DayCount[]
  /** Buyers whose first order from this seller it was. */
  customers: DayCount[]
  /** Items of the orders placed that day which are not cancelled. */
  units: DayCount[]
  /** What those orders are worth now: `summary.current_order_total`. */
  revenue: DayAmount[]
  /** Money given back on that day, for orders of any day. */
  refunds: DayAmount[]
}

type Kind = Exclude<keyof SellerStatistics, "time_zone">

type Row = {
  kind: Kind
  date: string
  currency_code: string | null
  value: string
}

/**
 * What a seller sold by day of its own time zone, both days included: one
 * statement over the indexes of `seller_order`. Each count has a row for every
 * day, each amount one for every day and currency that had any.
 *
 * @param days - Calendar days, `YYYY-MM-DD`.
 */
export async function readSellerStatistics(
  container: MedusaContainer,
  sellerId: SellerId,
  days: { from: string; to: string }
): Promise<SellerStatistics> {
  const seller = toSellerId(sellerId)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: profiles }: { rows: { time_zone: string }[] } = await db.raw(
    "select time_zone from seller_profile where seller_id = ? and deleted_at is null",
    [seller]
  )
  const time_zone = profiles[0]?.time_zone ?? "UTC"
  const { rows }: { rows: Row[] } = await db.raw(statisticsSql, {
    seller,
    time_zone,
    ...days,
  })
  const counts = (kind: Kind): DayCount[] => {
    const found = new Map(
      rows
        .filter((row) => row.kind === kind)
        .map(({ date, value }) => [date, Number(value)])
    )
    return eachDay(days).map((date) => ({ date, count: found.get(date) ?? 0 }))
  }
  const amounts = (kind: Kind): DayAmount[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ date, currency_code, value }) => ({
        date,
        currency_code: currency_code ?? "",
        amount: Number(value),
      }))
  return {
    time_zone,
    orders: counts("orders"),
    customers: counts("customers"),
    units: counts("units"),
    revenue: amounts("revenue"),
    refunds: amounts("refunds"),
  }
}

function eachDay({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = []
  const day = new Date(`${from}T00:00:00Z`)
  const last = new Date(`${to}T00:00:00Z`)
  while (day <= last) {
    days.push(day.toISOString().slice(0, 10))
    day.setUTCDate(day.getUTCDate() + 1)
  }
  return days
}
