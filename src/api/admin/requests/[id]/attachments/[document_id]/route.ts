import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openAttachmentWorkflow } from "../../../../../../workflows/request/open-attachment"
import { answerFile } from "../../../../../_kit/file-answer"
import { operatorOf } from "../../../../../_kit/identity"

/** The content of a private file that explains a request, or that it hands in. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await openAttachmentWorkflow(req.scope).run({
    input: {
      request_id: req.params.id ?? "",
      id: req.params.document_id ?? "",
      actor_type: "user",
      actor_id: operatorOf(req),
    },
  })
  await answerFile(req, res, result)
}
