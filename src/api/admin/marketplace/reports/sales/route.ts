import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readSalesReport } from "../../../../../workflows/order/reports/read-report"
import { askedReport } from "../asked-report"

/** What sellers sold by day, week or month and currency, to the cent; one seller's with `seller_id`: `{ time_zone, sales, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { report: query } = askedReport(req.query)
  const { lines, count, time_zone } = await readSalesReport(
    req.scope,
    query,
    "period"
  )
  res.json({
    time_zone,
    sales: lines,
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
