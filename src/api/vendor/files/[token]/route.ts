import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { answerFile, idOfLink } from "../../../_kit/file-answer"
import { oneRow } from "../../../_kit/one-row"

/** The private file that an address was signed for; 404 once it is too old. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = idOfLink(req, req.params.token ?? "")
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "document",
      fields: ["file_id", "name", "mime_type", "bytes"],
      filters: { id },
    })
  const { file_id, ...file } = oneRow(data, "document", id)
  await answerFile(req, res, { ...file, file_id: file_id ?? "" })
}
