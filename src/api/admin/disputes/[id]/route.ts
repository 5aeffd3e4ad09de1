import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { presentDispute } from "../../../../workflows/payout/present-dispute"
import { listDisputesWorkflow } from "../../../../workflows/payout/search-books"

/** One dispute: `{ dispute }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { result } = await listDisputesWorkflow(req.scope).run({
    input: { ids: [id], limit: 1, offset: 0 },
  })
  const [dispute] = result.rows
  if (!dispute) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no dispute ${id}`
    )
  }
  res.json({ dispute: presentDispute(dispute) })
}
