import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ledgerCsv,
  presentLedgerLine,
} from "../../../workflows/payout/present-ledger"
import { listLedgerWorkflow } from "../../../workflows/payout/search-books"
import { ledgerQuery } from "../../_contracts/ledger"
import { answerCsv, wantsCsv } from "../../_kit/csv-answer"
import { sellerContext } from "../../_kit/vendor-route"

const csvPage = 1000

/**
 * The entries of the seller's accounts with running balances, in major units:
 * `{ ledger_lines, count, offset, limit }`, newest first. As CSV (`format=csv`
 * or `Accept: text/csv`) the whole list, oldest first.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId: seller_id } = sellerContext(req)
  const query = { ...ledgerQuery(req.query), seller_id }
  const find = async (input: typeof query) =>
    (await listLedgerWorkflow(req.scope).run({ input })).result
  if (wantsCsv(req)) {
    await answerCsv(res, "ledger", async (offset) => {
      const page = { ...query, limit: csvPage, offset, ascending: true }
      const { rows } = await find(page)
      return { text: ledgerCsv(rows, offset === 0), count: rows.length }
    })
    return
  }
  const { rows, count } = await find(query)
  res.json({
    ledger_lines: rows.map(presentLedgerLine),
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
