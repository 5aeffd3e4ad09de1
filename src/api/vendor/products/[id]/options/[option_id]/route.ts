import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createAndLinkProductOptionsToProductWorkflow } from "@medusajs/medusa/core-flows"
import { updateSellerOptionWorkflow } from "../../../../../../workflows/product/update-seller-option"
import type { UpdateProductOption } from "../../../../../_contracts/product-option"
import { answerProduct } from "../../../write"

/** Changes title or values of an option that is this product's own: `{ product }`. */
export async function POST(
  req: MedusaRequest<UpdateProductOption>,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await updateSellerOptionWorkflow(req.scope).run({
    input: {
      product_id: id,
      option_id: req.params.option_id ?? "",
      ...req.validatedBody,
    },
  })
  await answerProduct(req, res, { id })
}

/** Takes an option off its product, which ends it: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.option_id ?? ""
  await createAndLinkProductOptionsToProductWorkflow(req.scope).run({
    input: { product_id: req.params.id ?? "", remove: [id] },
  })
  res.json({ id, object: "option", deleted: true })
}
