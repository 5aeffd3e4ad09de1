import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retrievePayoutWorkflow } from "../../../../workflows/payout/list-payouts"
import { listQuery } from "../../../_contracts/list-query"
import {
  presentItems,
  presentOwnPayout,
} from "../../../_contracts/payout-answers"
import { sellerContext } from "../../../_kit/vendor-route"

/** One payout with what it settled: `{ payout: { …, items, items_count } }`; `limit` and `offset` page the items. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [], 200)
  const { result } = await retrievePayoutWorkflow(req.scope).run({
    input: {
      id: req.params.id ?? "",
      seller_id: sellerContext(req).sellerId,
      ...{ limit, offset },
    },
  })
  const { payout, items, count } = result
  res.json({
    payout: {
      ...presentOwnPayout(payout),
      items: presentItems(items, payout.scale),
      items_count: count,
    },
  })
}
