import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retrievePayoutWorkflow } from "../../../workflows/payout/list-payouts"
import { listQuery } from "../../_contracts/list-query"
import { presentItems, presentPayout } from "../../_contracts/payout-answers"

/** Answers one payout with a page of what it settled. */
export async function answerPayout(
  req: MedusaRequest,
  res: MedusaResponse,
  id = req.params.id ?? ""
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [], 200)
  const { result } = await retrievePayoutWorkflow(req.scope).run({
    input: { id, limit, offset },
  })
  const { payout, items, count } = result
  res.json({
    payout: {
      ...presentPayout(payout),
      items: presentItems(items, payout.scale),
      items_count: count,
    },
  })
}
