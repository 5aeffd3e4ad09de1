import type { MedusaRequest } from "@medusajs/framework/http"
import { DOCUMENT_MODULE } from "../../../modules/document"
import type { DocumentModuleService } from "../../../modules/document/service"
import { readDocuments, type DocumentLimits } from "../../_kit/document-files"
import { documentSortColumns } from "../../_contracts/document"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

function limitsOf({ scope }: MedusaRequest): DocumentLimits {
  const { options } = scope.resolve<DocumentModuleService>(DOCUMENT_MODULE)
  return {
    maxFiles: options.documentMaxFiles,
    maxBytes: options.documentMaxBytes,
    maxPixels: options.uploadMaxPixels,
  }
}

const owned = { id: "document" } as const

/** Private files of the seller. Their content is for those who run the shop: who only reads settings sees that they exist. */
export const documentRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/documents",
    permission: "settings:read",
    list: wholeList,
    finds: {
      filters: ["kind", "status", "created_at", "q"],
      sort: [...documentSortColumns],
    },
  },
  {
    method: "POST",
    path: "/vendor/documents",
    rate: "uploads",
    permission: "requests:write",
    middlewares: [readDocuments("files", limitsOf)],
  },
  {
    method: "GET",
    path: "/vendor/documents/:id",
    permission: "settings:read",
    owned,
  },
  {
    method: "GET",
    path: "/vendor/documents/:id/download",
    permission: "settings:write",
    owned,
  },
  {
    method: "GET",
    path: "/vendor/documents/:id/link",
    permission: "settings:write",
    owned,
  },
  {
    method: "DELETE",
    path: "/vendor/documents/:id",
    permission: "settings:write",
    owned,
  },
  {
    method: "GET",
    path: "/vendor/files/:token",
    // The token is the permission: it was signed for who may read the file.
    access: "public",
    permission: null,
    owned: { token: "reference" },
  },
]
