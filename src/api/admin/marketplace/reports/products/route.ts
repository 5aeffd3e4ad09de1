import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readProductsReport } from "../../../../../workflows/order/reports/read-report"
import { askedReport } from "../asked-report"

/** What sold best: `{ time_zone, products, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { report: query } = askedReport(req.query)
  const { lines, count, time_zone } = await readProductsReport(req.scope, query)
  res.json({
    time_zone,
    products: lines,
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
