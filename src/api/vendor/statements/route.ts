import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentStatementRow } from "../../../workflows/payout/present-statement"
import { listStatementsWorkflow } from "../../../workflows/payout/search-books"
import { statementQuery } from "../../_contracts/statement"
import { sellerContext } from "../../_kit/vendor-route"

/** Monthly statements without their lines: `{ statements, count, offset, limit }`, newest first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const query = statementQuery(req.query)
  const { result } = await listStatementsWorkflow(req.scope).run({
    input: { ...query, seller_ids: [sellerContext(req).sellerId] },
  })
  res.json({
    statements: result.rows.map(presentStatementRow),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}
