import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createAndLinkProductOptionsToProductWorkflow } from "@medusajs/medusa/core-flows"
import type { CreateProductOption } from "../../../../_contracts/product-option"
import { answerProduct } from "../../write"

/** Adds an option that is this product's own: `{ product }`. */
export async function POST(
  req: MedusaRequest<CreateProductOption>,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await createAndLinkProductOptionsToProductWorkflow(req.scope).run({
    input: {
      product_id: id,
      add: [{ ...req.validatedBody, is_exclusive: true }],
    },
  })
  await answerProduct(req, res, { id })
}
