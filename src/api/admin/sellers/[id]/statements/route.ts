import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { issueStatementsWorkflow } from "../../../../../workflows/payout/issue-statements"
import { presentStatementRow } from "../../../../../workflows/payout/present-statement"
import { listStatementsWorkflow } from "../../../../../workflows/payout/search-books"
import {
  statementQuery,
  type IssueStatements,
} from "../../../../_contracts/statement"
import { operatorOf } from "../../../../_kit/identity"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/** A seller's monthly statements: `{ statements, count, offset, limit }`, newest first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const query = statementQuery(req.query)
  const { result } = await listStatementsWorkflow(req.scope).run({
    input: { ...query, seller_ids: [seller_id] },
  })
  res.json({
    statements: result.rows.map(presentStatementRow),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}

/** Freezes a finished month, one statement a currency: `{ statements }`. Again: those that are there. */
export async function POST(
  req: MedusaRequest<IssueStatements>,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const { result } = await issueStatementsWorkflow(req.scope).run({
    input: { ...req.validatedBody, seller_id, created_by: operatorOf(req) },
  })
  res.json({ statements: result.map(presentStatementRow) })
}
