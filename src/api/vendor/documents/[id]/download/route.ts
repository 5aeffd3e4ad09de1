import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerFile } from "../../../../_kit/file-answer"
import { openOwnDocument } from "../../read-own-documents"

/** The content of a private file, as it was stored. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  await answerFile(req, res, await openOwnDocument(req))
}
