import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findUnmatchedPayoutsWorkflow } from "../../../../workflows/payout/import-payout-report"
import { listQuery } from "../../../_contracts/list-query"
import { presentUnmatched } from "../../../_contracts/payout-answers"

/** What providers report and we do not know, and the other way round, the oldest first; by `provider_id`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { values } = listQuery(req.query, [])
  const { result } = await findUnmatchedPayoutsWorkflow(req.scope).run({
    input: { provider_id: values("provider_id")?.[0] },
  })
  res.json(presentUnmatched(result))
}
