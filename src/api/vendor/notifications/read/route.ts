import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { markNoticesReadWorkflow } from "../../../../workflows/notice/mark-notices-read"
import type { ReadNotices } from "../../../_contracts/notice"
import { sellerContext } from "../../../_kit/vendor-route"

/** Marks lines of the feed as read by the caller: `{ read }`, how many are new. */
export async function POST(
  req: MedusaRequest<ReadNotices>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await markNoticesReadWorkflow(req.scope).run({
    input: {
      ...{ seller_id: sellerId, reader_id: memberId },
      ids: req.validatedBody.ids,
    },
  })
  res.json({ read: result })
}
