import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readStatementWorkflow } from "../../../../../../../workflows/payout/search-books"
import { statementPdf } from "../../../../../../../workflows/payout/statement-pdf"
import { answerPdf } from "../../../../../../_kit/pdf-answer"
import { sellerIdOf } from "../../../../read-seller"

/** One statement as PDF, the same bytes as the seller gets. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await readStatementWorkflow(req.scope).run({
    input: {
      id: req.params.statement_id ?? "",
      seller_id: sellerIdOf(req.params.id),
    },
  })
  answerPdf(res, `statement-${result.number}`, await statementPdf(result))
}
