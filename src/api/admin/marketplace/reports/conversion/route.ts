import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readConversionReport } from "../../../../../workflows/order/reports/read-report"
import { askedReport } from "../asked-report"

/** How many carts with sellers' goods were bought, by day, week or month, or with `by=seller`: `{ time_zone, conversion, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { report: query, grain } = askedReport(req.query)
  const { lines, count, time_zone } = await readConversionReport(
    req.scope,
    query,
    grain
  )
  res.json({
    time_zone,
    conversion: lines,
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
