import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openAttachmentWorkflow } from "../../../../../../workflows/request/open-attachment"
import { answerFile } from "../../../../../_kit/file-answer"
import { sellerContext } from "../../../../../_kit/vendor-route"

/** The content of a private file that explains a request. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await openAttachmentWorkflow(req.scope).run({
    input: {
      request_id: req.params.id ?? "",
      id: req.params.document_id ?? "",
      actor_type: "member",
      actor_id: sellerContext(req).memberId,
    },
  })
  await answerFile(req, res, result)
}
