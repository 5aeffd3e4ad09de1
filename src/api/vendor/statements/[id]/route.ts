import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentStatement } from "../../../../workflows/payout/present-statement"
import { readStatementWorkflow } from "../../../../workflows/payout/search-books"
import { wantsPdf } from "../../../_kit/pdf-answer"
import { sellerContext } from "../../../_kit/vendor-route"
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
      id: req.params.id ?? "",
      seller_id: sellerContext(req).sellerId,
    },
  })
  res.json({ statement: presentStatement(result) })
}
