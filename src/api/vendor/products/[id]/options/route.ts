import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CreateProductOption } from "../../../../_contracts/product-option"
import { answerProduct } from "../../write"
import { changeProduct } from "../../write-variants"

/** Adds an option that is this product's own: `{ product, requests }`. */
export async function POST(
  req: MedusaRequest<CreateProductOption>,
  res: MedusaResponse
): Promise<void> {
  const { requests } = await changeProduct(req, {
    options: { add: [req.validatedBody] },
  })
  await answerProduct(req, res, { id: req.params.id ?? "", requests })
}
