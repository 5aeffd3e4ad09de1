import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownership } from "../../../scope/ownership"
import { openDocumentWorkflow } from "../../../workflows/document/open-document"
import { documentColumns } from "../../_contracts/document"
import { sellerContext } from "../../_kit/vendor-route"

/** Private files of the seller by their ids, in the order of the ids. */
export async function readOwnDocuments(req: MedusaRequest, ids: string[]) {
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: ownership.document.entity,
      fields: documentColumns,
      filters: {
        id: ids,
        ...ownership.document.scope(sellerContext(req).sellerId),
      },
    })
  return ids.flatMap((id) => data.filter((row) => row.id === id))
}

/** The file of the path; that the caller reads it is written down. */
export async function openOwnDocument(req: MedusaRequest) {
  const { result } = await openDocumentWorkflow(req.scope).run({
    input: {
      id: req.params.id ?? "",
      actor_type: "member",
      actor_id: sellerContext(req).memberId,
    },
  })
  return result
}
