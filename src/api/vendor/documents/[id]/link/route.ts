import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { linkToFile } from "../../../../_kit/file-answer"
import { openOwnDocument } from "../../read-own-documents"

/** An address that a browser can open without a login, for five minutes: `{ url, expires_in }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { id, file_id } = await openOwnDocument(req)
  res.json(await linkToFile(req, { id, file_id, path: "/vendor/files" }))
}
