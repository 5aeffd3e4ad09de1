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
import type { RequestRow } from "../../../modules/request/service"
import {
  writeSellerProductsWorkflow,
  type WriteSellerProductsInput,
} from "../../../workflows/product/write-seller-products"
import { readExtras } from "../../_contracts/product-extras"
import { presentOwnRequest } from "../../_contracts/request"
import { sellerContext } from "../../_kit/vendor-route"

type Changes = Omit<WriteSellerProductsInput, "seller_id" | "member_id">
type NewProduct = NonNullable<Changes["create"]>[number]
type ChangedProduct = Omit<NonNullable<Changes["update"]>[number], "id">
type WithAdditionalData<TBody> = TBody & Pick<Changes, "additional_data">

async function write(req: MedusaRequest, changes: Changes) {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await writeSellerProductsWorkflow(req.scope).run({
    input: { seller_id: sellerId, member_id: memberId, ...changes },
  })
  return result
}

/** The product in the fields that were asked for, in the form of Medusa's admin routes, and what of the call waits for the operator. */
export async function answerProduct(
  req: MedusaRequest,
  res: MedusaResponse,
  { id, requests }: { id: string; requests: RequestRow[] }
): Promise<void> {
  const product = await refetchEntity({
    entity: "product",
    idOrFilter: id,
    scope: req.scope,
    fields: remapKeysForProduct(req.queryConfig.fields),
  })
  res.json({
    product: remapProductResponse(product),
    requests: requests.map(presentOwnRequest),
  })
}

/** `POST /vendor/products`. */
export async function createProduct(
  req: MedusaRequest<WithAdditionalData<NewProduct>>,
  res: MedusaResponse
): Promise<void> {
  const { product, extras, additional_data } = readExtras(req.validatedBody)
  const { created, requests } = await write(req, {
    create: [{ ...product, ...extras }],
    additional_data,
  })
  await answerProduct(req, res, {
    id: created[0]?.id ?? "",
    requests,
  })
}

/** `POST /vendor/products/:id`. */
export async function updateProduct(
  req: MedusaRequest<WithAdditionalData<ChangedProduct>>,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { product, extras, additional_data } = readExtras(req.validatedBody)
  const { requests } = await write(req, {
    update: [{ ...product, ...extras, id }],
    additional_data,
  })
  await answerProduct(req, res, { id, requests })
}

/** `POST /vendor/products/batch`. */
export async function batchProducts(
  req: MedusaRequest<Omit<Changes, "additional_data">>,
  res: MedusaResponse
): Promise<void> {
  const { requests, ...result } = await write(req, req.validatedBody)
  const { created, updated, deleted } = await refetchBatchProducts(
    result,
    req.scope,
    req.queryConfig.fields
  )
  res.json({
    created: created.map(remapProductResponse),
    updated: updated.map(remapProductResponse),
    deleted,
    requests: requests.map(presentOwnRequest),
  })
}
