import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readSellerStatistics } from "../../../workflows/order/seller-statistics"
import { statisticsQuery } from "../../_contracts/statistics"
import { sellerContext } from "../../_kit/vendor-route"

/** What the seller sold by day: `{ time_zone, orders, customers, units, revenue, refunds }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json(
    await readSellerStatistics(
      req.scope,
      sellerContext(req).sellerId,
      statisticsQuery(req.query)
    )
  )
}
