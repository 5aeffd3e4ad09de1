import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownership } from "../../../../../scope/ownership"
import {
  documentColumns,
  documentSearch,
} from "../../../../_contracts/document"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/** A seller's private files: `{ documents, count, offset, limit }`, by `kind`, `status`, `created_at`, `q`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const sellerId = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, sellerId)
  const { filters, pagination, limit, offset } = documentSearch(req.query, 50)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: ownership.document.entity,
      fields: documentColumns,
      filters: { ...filters, ...ownership.document.scope(sellerId) },
      pagination,
    })
  res.json({ documents: data, count: metadata?.count ?? 0, offset, limit })
}
