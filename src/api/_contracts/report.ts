import { MedusaError } from "@medusajs/framework/utils"
import {
  reportPeriods,
  type ReportQuery,
} from "../../workflows/order/reports/read-report"
import { listQuery } from "./list-query"
import { toSellerId } from "../../scope/seller-id"
import { closedValues } from "./money"
import { statisticsQuery } from "./statistics"
import { timeZone } from "./texts"

/** PostgreSQL reads the sign of a bare offset the other way round. */
const named = /^[A-Za-z]/

const longestRange = { day: 366, week: 1830, month: 3660 }

/**
 * What a report asks for: `time_from`, `time_to` (calendar days, default the
 * last eight), `period` (`day`, `week`, `month`), `time_zone`, `currency_code`,
 * `limit`, `offset`.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value, and for more than 366 days, or five years of weeks, or ten of months.
 */
export function reportQuery(
  query: Record<string, unknown>
): Omit<ReportQuery, "of"> {
  const { limit, offset, values } = listQuery(query, [])
  const [wanted] = closedValues("period", values("period"), reportPeriods) ?? []
  const period = reportPeriods.find((one) => one === wanted) ?? "day"
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
 * The operator's: of all sellers, or of the one named in `seller_id`.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value.
 */
export function operatorReportQuery(
  query: Record<string, unknown>
): ReportQuery & { by: "period" | "seller" } {
  const { values } = listQuery(query, [])
  const [by] = closedValues("by", values("by"), ["period", "seller"]) ?? []
  const seller = values("seller_id")?.[0]
  if (seller !== undefined && !/^sel_\w+$/.test(seller)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Query parameter 'seller_id' takes the id of a seller"
    )
  }
  return {
    ...reportQuery(query),
    of: seller === undefined ? "all" : toSellerId(seller),
    by: by === "seller" ? "seller" : "period",
  }
}
