import {
  refetchEntity,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import {
  remapKeysForProduct,
  remapProductResponse,
} from "@medusajs/medusa/api/admin/products/helpers"

/** The product in the fields that were asked for, as Medusa's own route answers it. */
export async function answerProduct(
  req: MedusaRequest,
  res: MedusaResponse,
  id: string
): Promise<void> {
  const product = await refetchEntity({
    entity: "product",
    idOrFilter: id,
    scope: req.scope,
    fields: remapKeysForProduct(req.queryConfig.fields),
  })
  res.json({ product: remapProductResponse(product) })
}
