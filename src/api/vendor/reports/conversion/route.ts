import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readConversionReport } from "../../../../workflows/order/reports/read-report"
import { reportQuery } from "../../../_contracts/report"
import { sellerContext } from "../../../_kit/vendor-route"

/** How many carts with the seller's goods were bought, by day, week or month: `{ time_zone, conversion, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId: of } = sellerContext(req)
  const query = { ...reportQuery(req.query), of }
  const { lines, count, time_zone } = await readConversionReport(
    req.scope,
    query,
    "period"
  )
  res.json({
    time_zone,
    conversion: lines,
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
