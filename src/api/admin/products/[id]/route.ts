import {
  refetchEntity,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import {
  updateOperatorProductWorkflow,
  type UpdateOperatorProductInput,
} from "../../../../workflows/product/write-operator-product"
import { readExtras } from "../../../_contracts/product-extras"
import { oneRow } from "../../../_kit/one-row"
import { answerProduct } from "../answer-product"

type Body = UpdateOperatorProductInput["product"] & {
  additional_data?: Record<string, unknown> | null
}

/** Medusa's own route, with attributes and secondary categories in `additional_data`: `{ product }`. */
export async function POST(
  req: MedusaRequest<Body>,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const found = await refetchEntity({
    entity: "product",
    idOrFilter: id,
    scope: req.scope,
    fields: ["id"],
  })
  oneRow(found ? [found] : [], "Product", id)
  await updateOperatorProductWorkflow(req.scope).run({
    input: { ...readExtras(req.validatedBody), id },
  })
  await answerProduct(req, res, id)
}
