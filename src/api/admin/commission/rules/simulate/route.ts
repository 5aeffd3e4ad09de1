import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { simulateCommissionWorkflow } from "../../../../../workflows/commission/simulate-commission"
import type { SimulateCommission } from "../../../../_contracts/commission"

/** What an order would be charged, and why: `{ simulation }`. Writes nothing. */
export async function POST(
  req: MedusaRequest<SimulateCommission>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await simulateCommissionWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ simulation: result })
}
