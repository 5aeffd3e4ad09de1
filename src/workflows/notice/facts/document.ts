import { DOCUMENT_MODULE } from "../../../modules/document"
import type { DocumentModuleService } from "../../../modules/document/service"
import { nameOf } from "./payout"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

/** A document that expires, soon or since now; the version is its date. */
export const documentFacts: ReadFacts = async (container, payload) => {
  const id =
    "document_id" in payload
      ? textOf(payload, "document_id")
      : textOf(payload, "id")
  const [document] = await container
    .resolve<DocumentModuleService>(DOCUMENT_MODULE)
    .listDocuments({ id })
  const { seller_id, kind, expires_at } = document ?? {}
  return seller_id && expires_at
    ? {
        resource_type: "document",
        resource_id: id,
        version: expires_at.toISOString(),
        seller_id,
        data: {
          seller: await nameOf(container, seller_id),
          document: kind,
          until: expires_at.toISOString(),
        },
      }
    : null
}
