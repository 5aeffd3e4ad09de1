import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkHealthWorkflow } from "../../../../workflows/sweeper/check-health"

/** Answers `{ health: { status, sweepers, checks } }`; Medusa lets operators only under `/admin`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await checkHealthWorkflow(req.scope).run()
  res.json({ health: result })
}
