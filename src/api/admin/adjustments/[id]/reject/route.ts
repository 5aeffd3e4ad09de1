import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideAdjustmentWorkflow } from "../../../../../workflows/payout/adjust-balance"
import { presentAdjustment } from "../../../../../workflows/payout/present-adjustment"
import { operatorOf } from "../../../../_kit/identity"

/** Drops a proposed adjustment: `{ adjustment }`. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await decideAdjustmentWorkflow(req.scope).run({
    input: {
      ...{ id: req.params.id ?? "", accept: false },
      decided_by: operatorOf(req),
    },
  })
  res.json({ adjustment: presentAdjustment(result) })
}
