import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPayoutFilesWorkflow } from "../../../../workflows/payout/list-payout-runs"
import { makePayoutFileWorkflow } from "../../../../workflows/payout/make-payout-file"
import { listQuery } from "../../../_contracts/list-query"
import type { MakePayoutFile } from "../../../_contracts/payout-answers"
import { operatorOf } from "../../../_kit/identity"

/** Files for banks, newest first: `{ payout_files, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [])
  const { result } = await listPayoutFilesWorkflow(req.scope).run({
    input: { limit, offset },
  })
  const { files, count } = result
  res.json({ payout_files: files, count, offset, limit })
}

/** Makes the file of all sent payouts that none orders yet: `{ payout_file }`, `null` when there are none. */
export async function POST(
  req: MedusaRequest<MakePayoutFile>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await makePayoutFileWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: operatorOf(req) },
  })
  res.json({ payout_file: result })
}
