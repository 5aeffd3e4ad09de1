import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openAttachmentWorkflow } from "../../../../../../workflows/request/open-attachment"
import { answerFile } from "../../../../../_kit/file-answer"
import { sellerContext } from "../../../../../_kit/vendor-route"
import { readReturnRequest } from "../../../read-return-request"

/** One picture of the goods that a customer wants to send back. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { id } = await readReturnRequest(req)
  const { result } = await openAttachmentWorkflow(req.scope).run({
    input: {
      request_id: id,
      id: req.params.document_id ?? "",
      actor_type: "member",
      actor_id: sellerContext(req).memberId,
    },
  })
  await answerFile(req, res, result)
}
