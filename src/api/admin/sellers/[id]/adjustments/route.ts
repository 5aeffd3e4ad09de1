import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { adjustBalanceWorkflow } from "../../../../../workflows/payout/adjust-balance"
import { presentAdjustment } from "../../../../../workflows/payout/present-adjustment"
import { listAdjustmentsWorkflow } from "../../../../../workflows/payout/search-books"
import {
  adjustmentQuery,
  type AdjustBalance,
} from "../../../../_contracts/adjustment"
import { operatorOf } from "../../../../_kit/identity"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/** A seller's adjustments: `{ adjustments, count, offset, limit }`, newest first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const query = adjustmentQuery(req.query)
  const { result } = await listAdjustmentsWorkflow(req.scope).run({
    input: { ...query, seller_ids: [seller_id] },
  })
  res.json({
    adjustments: result.rows.map(presentAdjustment),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}

/**
 * Gives the seller money, or takes it: 201 `{ adjustment }`, `posted` or, when it
 * is too large for one person, `proposed`.
 */
export async function POST(
  req: MedusaRequest<AdjustBalance>,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const { result } = await adjustBalanceWorkflow(req.scope).run({
    input: { ...req.validatedBody, seller_id, created_by: operatorOf(req) },
  })
  res.status(201).json({ adjustment: presentAdjustment(result) })
}
