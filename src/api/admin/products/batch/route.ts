import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  refetchBatchProducts,
  remapProductResponse,
} from "@medusajs/medusa/api/admin/products/helpers"
import {
  batchOperatorProductsWorkflow,
  type BatchOperatorProductsInput,
} from "../../../../workflows/product/batch-operator-products"

/** Medusa's own route, with the check of attributes: `{ created, updated, deleted }`. */
export async function POST(
  req: MedusaRequest<BatchOperatorProductsInput>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await batchOperatorProductsWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  const { created, updated, deleted } = await refetchBatchProducts(
    result,
    req.scope,
    req.queryConfig.fields
  )
  res.json({
    created: created.map(remapProductResponse),
    updated: updated.map(remapProductResponse),
    deleted,
  })
}
