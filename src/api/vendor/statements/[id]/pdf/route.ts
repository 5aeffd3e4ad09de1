import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readStatementWorkflow } from "../../../../../workflows/payout/search-books"
import { statementPdf } from "../../../../../workflows/payout/statement-pdf"
import { answerPdf } from "../../../../_kit/pdf-answer"
import { sellerContext } from "../../../../_kit/vendor-route"

/** One statement as PDF. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await readStatementWorkflow(req.scope).run({
    input: {
      id: req.params.id ?? "",
      seller_id: sellerContext(req).sellerId,
    },
  })
  answerPdf(res, `statement-${result.number}`, await statementPdf(result))
}
