import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readFeedWorkflow } from "../../../../workflows/notice/read-feed"
import { listQuery } from "../../../_contracts/list-query"
import { presentFeedLine } from "../../../_contracts/notice"
import { operatorOf } from "../../../_kit/identity"

/** The operator's feed, newest first: `{ notifications, count, offset, limit }`; `unread=true` for what the caller has not read. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, values } = listQuery(req.query, [], 50)
  const { result } = await readFeedWorkflow(req.scope).run({
    input: {
      ...{ seller_id: null, reader_id: operatorOf(req), limit, offset },
      unread: values("unread")?.[0] === "true",
    },
  })
  res.json({
    notifications: result.lines.map(presentFeedLine),
    count: result.count,
    offset,
    limit,
  })
}
