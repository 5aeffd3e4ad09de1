import type { MedusaRequest } from "@medusajs/framework/http"
import { UPLOAD_MODULE } from "../../../modules/upload"
import type { UploadModuleService } from "../../../modules/upload/service"
import { readImages, type ImageLimits } from "../../_kit/image-files"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

function limitsOf({ scope }: MedusaRequest): ImageLimits {
  const { options } = scope.resolve<UploadModuleService>(UPLOAD_MODULE)
  return {
    maxFiles: options.uploadMaxFiles,
    maxBytes: options.uploadMaxBytes,
    maxPixels: options.uploadMaxPixels,
  }
}

/** Images of products and of the seller's page, for everybody to see. */
export const uploadRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/uploads",
    permission: "catalog:read",
    list: wholeList,
    finds: { filters: [], sort: ["created_at", "name", "bytes"] },
  },
  {
    method: "POST",
    path: "/vendor/uploads",
    rate: "uploads",
    permission: "catalog:write",
    middlewares: [readImages("files", limitsOf)],
  },
  {
    method: "DELETE",
    path: "/vendor/uploads/:id",
    permission: "catalog:write",
    owned: { id: "upload" },
  },
]
