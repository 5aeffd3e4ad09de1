import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readSalesReport } from "../../../../workflows/order/reports/read-report"
import { reportQuery } from "../../../_contracts/report"
import { sellerContext } from "../../../_kit/vendor-route"

/** What the seller sold by day, week or month and currency, to the cent: `{ time_zone, sales, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId: of } = sellerContext(req)
  const query = { ...reportQuery(req.query), of }
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
