import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ledgerCsv,
  presentLedgerLineWithAuthors,
} from "../../../../../workflows/payout/present-ledger"
import { listLedgerWorkflow } from "../../../../../workflows/payout/search-books"
import { ledgerQuery } from "../../../../_contracts/ledger"
import { answerCsv, wantsCsv } from "../../../../_kit/csv-answer"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

const csvPage = 1000

/** A seller's ledger as it reads it, with who did what: `{ ledger_lines, count, offset, limit }`, or the whole as CSV. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const query = { ...ledgerQuery(req.query), seller_id }
  const find = async (input: typeof query) =>
    (await listLedgerWorkflow(req.scope).run({ input })).result
  if (wantsCsv(req)) {
    await answerCsv(res, `ledger-${seller_id}`, async (offset) => {
      const page = { ...query, limit: csvPage, offset, ascending: true }
      const { rows } = await find(page)
      return { text: ledgerCsv(rows, offset === 0), count: rows.length }
    })
    return
  }
  const { rows, count } = await find(query)
  res.json({
    ledger_lines: rows.map(presentLedgerLineWithAuthors),
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
