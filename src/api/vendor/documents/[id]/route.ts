import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteDocumentWorkflow } from "../../../../workflows/document/delete-document"
import { oneRow } from "../../../_kit/one-row"
import { readOwnDocuments } from "../read-own-documents"

/** One private file, without its content: `{ document }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const documents = await readOwnDocuments(req, [id])
  res.json({ document: oneRow(documents, "document", id) })
}

/** Takes a private file away for good and frees its room; not while a request that is open or was accepted speaks of it. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await deleteDocumentWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "document", deleted: true })
}
