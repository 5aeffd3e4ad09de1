import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readSalesReport } from "../../../../../workflows/order/reports/read-report"
import { askedReport } from "../asked-report"

/** The same figures by seller and currency, best first: `{ time_zone, sellers, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { report: query } = askedReport(req.query)
  const { lines, count, time_zone } = await readSalesReport(
    req.scope,
    query,
    "seller"
  )
  res.json({
    time_zone,
    sellers: lines,
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
