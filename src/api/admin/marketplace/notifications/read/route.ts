import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { markNoticesReadWorkflow } from "../../../../../workflows/notice/mark-notices-read"
import type { ReadNotices } from "../../../../_contracts/notice"
import { operatorOf } from "../../../../_kit/identity"

/** Marks lines of the operator's feed as read by the caller: `{ read }`, how many are new. */
export async function POST(
  req: MedusaRequest<ReadNotices>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await markNoticesReadWorkflow(req.scope).run({
    input: {
      ...{ seller_id: null, reader_id: operatorOf(req) },
      ids: req.validatedBody.ids,
    },
  })
  res.json({ read: result })
}
