import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { openDocumentWorkflow } from "../../../../../workflows/document/open-document"
import { linkToFile } from "../../../../_kit/file-answer"
import { sellerContext } from "../../../../_kit/vendor-route"
import { readOwnTransfer } from "../../read-own-transfer"

/** An address of the exported file that a browser can open without a login, for five minutes: `{ url, expires_in }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const transfer = await readOwnTransfer(req, ["id", "status", "document_id"])
  if (transfer.status !== "completed" || !transfer.document_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Transfer ${transfer.id} is ${transfer.status}: there is no file`
    )
  }
  const { result } = await openDocumentWorkflow(req.scope).run({
    input: {
      id: transfer.document_id,
      actor_type: "member",
      actor_id: sellerContext(req).memberId,
    },
  })
  const { id, file_id } = result
  res.json(await linkToFile(req, { id, file_id, path: "/vendor/files" }))
}
