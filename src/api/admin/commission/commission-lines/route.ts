import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  commissionLineSortColumns,
  listCommissionLinesWorkflow,
} from "../../../../workflows/payout/list-commission-lines"
import {
  commissionLinesPage,
  linePeriod,
  presentCommissionLine,
} from "../../../_contracts/commission-line"
import { listQuery } from "../../../_contracts/list-query"

/** What lines of sellers were charged: `{ commission_lines, count, offset, limit }`, by `seller_id`, `order_id`, `currency_code`, `line_type`, `start_date`, `end_date`, `created_at`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { values, limit, offset, order, ...created } = listQuery(
    req.query,
    commissionLineSortColumns,
    commissionLinesPage
  )
  const { result } = await listCommissionLinesWorkflow(req.scope).run({
    input: {
      ...{ limit, offset, order, ...linePeriod(req.query, created) },
      seller_ids: values("seller_id"),
      order_ids: values("order_id"),
      currency_codes: values("currency_code"),
      line_types: values("line_type"),
    },
  })
  res.json({
    commission_lines: result.lines.map(presentCommissionLine),
    ...{ count: result.count, offset, limit },
  })
}
