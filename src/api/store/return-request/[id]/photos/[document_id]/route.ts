import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openAttachmentWorkflow } from "../../../../../../workflows/request/open-attachment"
import { answerFile } from "../../../../../_kit/file-answer"
import { customerOf, readOwnReturnRequest } from "../../../own-requests"

/** One picture of an own return request. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { id } = await readOwnReturnRequest(req, req.params.id ?? "")
  const { result } = await openAttachmentWorkflow(req.scope).run({
    input: {
      request_id: id,
      id: req.params.document_id ?? "",
      actor_type: "customer",
      actor_id: customerOf(req),
    },
  })
  await answerFile(req, res, result)
}
