import {
  refetchEntity,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import {
  refetchBatchProducts,
  remapKeysForProduct,
  remapProductResponse,
} from "@medusajs/medusa/api/admin/products/helpers"
import {
  writeSellerProductsWorkflow,
  type WriteSellerProductsInput,
} from "../../../workflows/product/write-seller-products"
import { sellerContext } from "../../_kit/vendor-route"

type Changes = Omit<WriteSellerProductsInput, "seller_id">
type NewProduct = NonNullable<Changes["create"]>[number]
type ChangedProduct = Omit<NonNullable<Changes["update"]>[number], "id">
type WithAdditionalData<TBody> = TBody & Pick<Changes, "additional_data">

async function write(req: MedusaRequest, changes: Changes) {
  const { result } = await writeSellerProductsWorkflow(req.scope).run({
    input: { seller_id: sellerContext(req).sellerId, ...changes },
  })
  return result
}

/** The product in the fields that were asked for, in the form of Medusa's admin routes. */
export async function answerProduct(
  req: MedusaRequest,
  res: MedusaResponse,
  { id, status = 200 }: { id: string; status?: number }
): Promise<void> {
  const product = await refetchEntity({
    entity: "product",
    idOrFilter: id,
    scope: req.scope,
    fields: remapKeysForProduct(req.queryConfig.fields),
  })
  res.status(status).json({ product: remapProductResponse(product) })
}

/** `POST /vendor/products`. */
export async function createProduct(
  req: MedusaRequest<WithAdditionalData<NewProduct>>,
  res: MedusaResponse
): Promise<void> {
  const { additional_data, ...product } = req.validatedBody
  const { created } = await write(req, { create: [product], additional_data })
  await answerProduct(req, res, { id: created[0]?.id ?? "", status: 201 })
}

/** `POST /vendor/products/:id`. */
export async function updateProduct(
  req: MedusaRequest<WithAdditionalData<ChangedProduct>>,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { additional_data, ...update } = req.validatedBody
  await write(req, { update: [{ ...update, id }], additional_data })
  await answerProduct(req, res, { id })
}

/** `POST /vendor/products/batch`. */
export async function batchProducts(
  req: MedusaRequest<Omit<Changes, "additional_data">>,
  res: MedusaResponse
): Promise<void> {
  const result = await write(req, req.validatedBody)
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
