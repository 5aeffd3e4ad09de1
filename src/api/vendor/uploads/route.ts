import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownership } from "../../../scope/ownership"
import { storeUploadsWorkflow } from "../../../workflows/upload/store-uploads"
import { listQuery } from "../../_contracts/list-query"
import type { SafeImage } from "../../_kit/image-files"
import { sellerContext } from "../../_kit/vendor-route"

const columns = [
  "id",
  "name",
  "mime_type",
  "bytes",
  "width",
  "height",
  "url",
  "created_at",
]

/** The seller's images: `{ uploads, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order } = listQuery(req.query, [
    "created_at",
    "name",
    "bytes",
  ] as const)
  const { column = "created_at", descending = true } = order ?? {}
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: ownership.upload.entity,
      fields: columns,
      filters: ownership.upload.scope(sellerContext(req).sellerId),
      pagination: {
        take: limit,
        skip: offset,
        order: { [column]: descending ? "DESC" : "ASC", id: "ASC" },
      },
    })
  res.json({ uploads: data, count: metadata?.count ?? 0, offset, limit })
}

/** Stores images: `{ files: [{ id, url }] }`, in the order in which they came. */
export async function POST(
  req: MedusaRequest<{ images: SafeImage[] }>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await storeUploadsWorkflow(req.scope).run({
    input: {
      seller_id: sellerId,
      member_id: memberId,
      files: req.validatedBody.images,
    },
  })
  res.json({ files: result.map(({ id, url }) => ({ id, url })) })
}
