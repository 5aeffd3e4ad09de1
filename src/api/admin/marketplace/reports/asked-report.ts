import { toSellerId } from "../../../../scope/seller-id"
import type { ReportQuery } from "../../../../workflows/order/reports/read-report"
import { operatorReportQuery } from "../../../_contracts/report"

/**
 * Which report the operator asks for: of all sellers, or of the one that is named.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value.
 */
export function askedReport(query: Record<string, unknown>) {
  const { seller_id, grain, ...asked } = operatorReportQuery(query)
  const of = seller_id === undefined ? ("all" as const) : toSellerId(seller_id)
  const report: ReportQuery = { ...asked, of }
  return { report, grain }
}
