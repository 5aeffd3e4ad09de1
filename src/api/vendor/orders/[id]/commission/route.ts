import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listCommissionLinesWorkflow } from "../../../../../workflows/payout/list-commission-lines"
import { presentOrderCommission } from "../../../../_contracts/commission-line"
import { sellerContext, wholeList } from "../../../../_kit/vendor-route"

/** What one order is charged and why: `{ commission: { commission_value, commission_lines } }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await listCommissionLinesWorkflow(req.scope).run({
    input: {
      seller_ids: [sellerContext(req).sellerId],
      order_ids: [req.params.id ?? ""],
      order: { column: "created_at", descending: false },
      limit: wholeList,
      offset: 0,
    },
  })
  res.json({ commission: presentOrderCommission(result.lines) })
}
