import { MedusaError } from "@medusajs/framework/utils"
import { listQuery } from "./list-query"
import { closedValues } from "./money"
import { statisticsQuery } from "./statistics"
import { timeZone } from "./texts"

/** PostgreSQL reads the sign of a bare offset the other way round. */
const named = /^[A-Za-z]/

const periods = ["day", "week", "month"] as const

/** Days at most, by period. */
const longestRange = { day: 366, week: 1830, month: 3660 }

/**
 * What a report asks for: `time_from`, `time_to` (calendar days, default the
 * last eight), `period` (`day`, `week`, `month`), `time_zone`, `currency_code`,
 * `limit`, `offset`.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value, and for more than 366 days, or five years of weeks, or ten of months.
 */
export function reportQuery(query: Record<string, unknown>) {
  const { limit, offset, values } = listQuery(query, [])
  const [wanted] = closedValues("period", values("period"), periods) ?? []
  const period = periods.find((one) => one === wanted) ?? "day"
  const time_zone = values("time_zone")?.[0]
  const isKnown = (zone: string) =>
    named.test(zone) && timeZone.safeParse(zone).success
  if (time_zone !== undefined && !isKnown(time_zone)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Query parameter 'time_zone' takes a name such as Europe/Berlin"
    )
  }
  return {
    ...statisticsQuery(query, { longestRange: longestRange[period] }),
    ...{ period, time_zone, limit, offset },
    currency_code: values("currency_code")?.[0]?.toLowerCase(),
  }
}

/**
 * What the operator's asks for beside that: `seller_id` of the one seller it is
 * of, and `by`.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value.
 */
export function operatorReportQuery(query: Record<string, unknown>) {
  const { values } = listQuery(query, [])
  const [by] = closedValues("by", values("by"), ["period", "seller"]) ?? []
  const seller_id = values("seller_id")?.[0]
  if (seller_id !== undefined && !/^sel_\w+$/.test(seller_id)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Query parameter 'seller_id' takes the id of a seller"
    )
  }
  const grain = by === "seller" ? ("seller" as const) : ("period" as const)
  return { ...reportQuery(query), seller_id, grain }
}
