import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownership } from "../../../scope/ownership"
import { storeDocumentsWorkflow } from "../../../workflows/document/store-documents"
import { documentColumns, documentSearch } from "../../_contracts/document"
import type { SafeDocument } from "../../_kit/document-files"
import { sellerContext } from "../../_kit/vendor-route"
import { readOwnDocuments } from "./read-own-documents"

/** The seller's private files: `{ documents, count, offset, limit }`, by `kind`, `status`, `created_at`, `q`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { filters, pagination, limit, offset } = documentSearch(req.query, 50)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: ownership.document.entity,
      fields: documentColumns,
      filters: {
        ...filters,
        ...ownership.document.scope(sellerContext(req).sellerId),
      },
      pagination,
    })
  res.json({ documents: data, count: metadata?.count ?? 0, offset, limit })
}

/** Stores private files (PDF, JPEG, PNG, WebP, CSV) of the multipart field `files`: 201 `{ documents }`, in their order. */
export async function POST(
  req: MedusaRequest<{ files: SafeDocument[] }>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await storeDocumentsWorkflow(req.scope).run({
    input: {
      owner: { seller_id: sellerId },
      uploaded_by_type: "member",
      uploaded_by_id: memberId,
      files: req.validatedBody.files,
    },
  })
  const ids = result.map(({ id }) => id)
  res.status(201).json({ documents: await readOwnDocuments(req, ids) })
}
