import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  createOperatorProductWorkflow,
  type CreateOperatorProductInput,
} from "../../../workflows/product/write-operator-product"
import { readExtras } from "../../_contracts/product-extras"
import { answerProduct } from "./answer-product"

type Body = CreateOperatorProductInput["product"] & {
  additional_data?: Record<string, unknown> | null
}

/** Medusa's own route, with attributes and secondary categories in `additional_data`: `{ product }`. */
export async function POST(
  req: MedusaRequest<Body>,
  res: MedusaResponse
): Promise<void> {
  const { result: id } = await createOperatorProductWorkflow(req.scope).run({
    input: readExtras(req.validatedBody),
  })
  await answerProduct(req, res, id)
}
