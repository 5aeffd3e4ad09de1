import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentAdjustment } from "../../../workflows/payout/present-adjustment"
import { listAdjustmentsWorkflow } from "../../../workflows/payout/search-books"
import { adjustmentQuery } from "../../_contracts/adjustment"

/** Adjustments of all sellers: `{ adjustments, count, offset, limit }`; those that wait for a second person with `status=proposed`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const query = adjustmentQuery(req.query)
  const { result } = await listAdjustmentsWorkflow(req.scope).run({
    input: query,
  })
  res.json({
    adjustments: result.rows.map(presentAdjustment),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}
