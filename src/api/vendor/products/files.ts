import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { remapKeysForProduct } from "@medusajs/medusa/api/admin/products/helpers"
import { exportSellerProductsWorkflow } from "../../../workflows/product/export-seller-products"
import { importSellerProductsWorkflow } from "../../../workflows/product/import-seller-products"
import { importProductsLaterWorkflow } from "../../../workflows/transfer/import-products-later"
import { startTransferWorkflow } from "../../../workflows/transfer/start-transfer"
import { presentTransfer } from "../../_contracts/transfer"
import { presentOwnRequest } from "../../_contracts/request"
import { linkToFile } from "../../_kit/file-answer"
import { receiveFiles } from "../../_kit/multipart"
import { sellerContext } from "../../_kit/vendor-route"

const maxBytes = 5_000_000

/** `POST /vendor/products/export`: filters of the list in the query, `{ url }` of a CSV that is good for minutes, and the id of its document. */
export async function exportProducts(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const of = { seller_id: sellerId, member_id: memberId }
  const input = {
    select: remapKeysForProduct(req.queryConfig.fields),
    filter: req.filterableFields,
  }
  if (isForLater(req)) {
    const { result } = await startTransferWorkflow(req.scope).run({
      input: { ...of, kind: "product_export", input },
    })
    res.status(202).json({ transfer: presentTransfer(result) })
    return
  }
  const { result } = await exportSellerProductsWorkflow(req.scope).run({
    input: { ...of, ...input },
  })
  const { id, file_id } = result.document
  res.json({
    document_id: id,
    ...(await linkToFile(req, {
      id,
      file_id: file_id ?? "",
      path: "/vendor/files",
    })),
  })
}

/** RFC 7240: the client asks again later, at `/vendor/transfers/:id`. */
const isForLater = (req: MedusaRequest) =>
  /\brespond-async\b/.test(req.get("prefer") ?? "")

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
  const input = {
    seller_id: sellerId,
    member_id: memberId,
    content: req.validatedBody.content,
  }
  if (isForLater(req)) {
    const { result } = await importProductsLaterWorkflow(req.scope).run({
      input,
    })
    res.status(202).json({ transfer: presentTransfer(result) })
    return
  }
  const { result } = await importSellerProductsWorkflow(req.scope).run({
    input,
  })
  res.json({
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
