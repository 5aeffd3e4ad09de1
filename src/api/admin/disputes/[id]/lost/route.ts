import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { closeDisputeWorkflow } from "../../../../../workflows/payout/keep-dispute"
import { presentDispute } from "../../../../../workflows/payout/present-dispute"
import { operatorOf } from "../../../../_kit/identity"

/** The money stays gone: `{ dispute }`. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await closeDisputeWorkflow(req.scope).run({
    input: {
      ...{ id: req.params.id ?? "", status: "lost" },
      decided_by: operatorOf(req),
    },
  })
  res.json({ dispute: presentDispute(result) })
}
