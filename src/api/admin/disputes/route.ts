import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openDisputeWorkflow } from "../../../workflows/payout/keep-dispute"
import { presentDispute } from "../../../workflows/payout/present-dispute"
import { listDisputesWorkflow } from "../../../workflows/payout/search-books"
import { disputeQuery, type OpenDispute } from "../../_contracts/dispute"
import { operatorOf } from "../../_kit/identity"

/** Disputes: `{ disputes, count, offset, limit }`, newest first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const query = disputeQuery(req.query)
  const { result } = await listDisputesWorkflow(req.scope).run({ input: query })
  res.json({
    disputes: result.rows.map(presentDispute),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}

/** The payment service took an order's money: 201 `{ dispute }`. */
export async function POST(
  req: MedusaRequest<OpenDispute>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await openDisputeWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: operatorOf(req) },
  })
  res.status(201).json({ dispute: presentDispute(result) })
}
