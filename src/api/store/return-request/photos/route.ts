import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { storeDocumentsWorkflow } from "../../../../workflows/document/store-documents"
import type { SafeImage } from "../../../_kit/image-files"
import { customerOf } from "../own-requests"

/** Stores pictures of goods that go back, for the seller and the operator to see: 201 `{ photos: [{ id }] }`, to be named by a return request. */
export async function POST(
  req: MedusaRequest<{ images: SafeImage[] }>,
  res: MedusaResponse
): Promise<void> {
  const customer_id = customerOf(req)
  const { result } = await storeDocumentsWorkflow(req.scope).run({
    input: {
      owner: { customer_id },
      uploaded_by_type: "customer",
      uploaded_by_id: customer_id,
      files: req.validatedBody.images,
    },
  })
  res.status(201).json({
    photos: result.map(({ id, mime_type, bytes }) => ({
      ...{ id, mime_type, bytes },
    })),
  })
}
