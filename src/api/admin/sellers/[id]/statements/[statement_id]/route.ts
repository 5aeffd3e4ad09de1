import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentStatement } from "../../../../../../workflows/payout/present-statement"
import { readStatementWorkflow } from "../../../../../../workflows/payout/search-books"
import { wantsPdf } from "../../../../../_kit/pdf-answer"
import { sellerIdOf } from "../../../read-seller"
import { GET as answerPdf } from "./pdf/route"

/** One statement with all it says: `{ statement }`, or a PDF for `Accept: application/pdf`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  if (wantsPdf(req)) {
    await answerPdf(req, res)
    return
  }
  const { result } = await readStatementWorkflow(req.scope).run({
    input: {
      id: req.params.statement_id ?? "",
      seller_id: sellerIdOf(req.params.id),
    },
  })
  res.json({ statement: presentStatement(result) })
}
