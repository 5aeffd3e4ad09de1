import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assertOwned } from "../../../../../../../scope/assert-owned"
import { openDocumentWorkflow } from "../../../../../../../workflows/document/open-document"
import { answerFile } from "../../../../../../_kit/file-answer"
import { operatorOf } from "../../../../../../_kit/identity"
import { sellerIdOf } from "../../../../read-seller"

/** The content of a seller's private file. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.document_id ?? ""
  await assertOwned(req.scope, sellerIdOf(req.params.id), { document: [id] })
  const { result } = await openDocumentWorkflow(req.scope).run({
    input: { id, actor_type: "user", actor_id: operatorOf(req) },
  })
  await answerFile(req, res, result)
}
