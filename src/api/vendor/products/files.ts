import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { remapKeysForProduct } from "@medusajs/medusa/api/admin/products/helpers"
import { exportSellerProductsWorkflow } from "../../../workflows/product/export-seller-products"
import { importSellerProductsWorkflow } from "../../../workflows/product/import-seller-products"
import { presentOwnRequest } from "../../_contracts/request"
import { receiveFiles } from "../../_kit/multipart"
import { sellerContext } from "../../_kit/vendor-route"

const maxBytes = 5_000_000

/** `POST /vendor/products/export`: filters of the list in the query, `{ url }` of a CSV. */
export async function exportProducts(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await exportSellerProductsWorkflow(req.scope).run({
    input: {
      seller_id: sellerContext(req).sellerId,
      select: remapKeysForProduct(req.queryConfig.fields),
      filter: req.filterableFields,
    },
  })
  res.json(result)
}

/** The one file of the multipart field `file`, as text. */
export async function readCsv(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const [file] = await receiveFiles(req, res, {
    field: "file",
    maxFiles: 1,
    maxBytes,
  })
  if (!file) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Send a CSV in the multipart field 'file'"
    )
  }
  const content = file.buffer.toString("utf8")
  if (content.includes("\0") || content.includes("\ufffd")) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The file is no text in UTF-8"
    )
  }
  req.validatedBody = { content }
  next()
}

/** `POST /vendor/products/import`. */
export async function importProducts(
  req: MedusaRequest<{ content: string }>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await importSellerProductsWorkflow(req.scope).run({
    input: {
      seller_id: sellerId,
      member_id: memberId,
      content: req.validatedBody.content,
    },
  })
  res.status(201).json({
    products: [...result.created, ...result.updated].map(
      ({ id, title, handle, status }) => ({ id, title, handle, status })
    ),
    summary: {
      toCreate: result.created.length,
      toUpdate: result.updated.length,
    },
    requests: result.requests.map(presentOwnRequest),
  })
}
