import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteUploadWorkflow } from "../../../../workflows/upload/delete-upload"

/** Takes an image away for good and frees the room that it took. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await deleteUploadWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "upload", deleted: true })
}
