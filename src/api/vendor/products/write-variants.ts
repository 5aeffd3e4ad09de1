import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  refetchBatchVariants,
  remapVariantResponse,
} from "@medusajs/medusa/api/admin/products/helpers"
import {
  changeSellerProductWorkflow,
  type ChangeSellerProductInput,
} from "../../../workflows/product/change-seller-product"
import { presentOwnRequest } from "../../_contracts/request"
import { sellerContext } from "../../_kit/vendor-route"
import { answerProduct } from "./write"

type Variants = NonNullable<ChangeSellerProductInput["variants"]>
type Changes = Pick<
  ChangeSellerProductInput,
  "variants" | "options" | "additional_data"
>
type NewVariant = NonNullable<Variants["create"]>[number]
type ChangedVariant = Omit<NonNullable<Variants["update"]>[number], "id">
type WithAdditionalData<TBody> = TBody & Pick<Changes, "additional_data">

/** Writes variants and options of the product in the path, in the name of the caller. */
export async function changeProduct(req: MedusaRequest, changes: Changes) {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await changeSellerProductWorkflow(req.scope).run({
    input: {
      seller_id: sellerId,
      member_id: memberId,
      product_id: req.params.id ?? "",
      ...changes,
    },
  })
  return result
}

/** `POST /vendor/products/:id/variants` answers the product, as Medusa's does. */
export async function createVariant(
  req: MedusaRequest<WithAdditionalData<NewVariant>>,
  res: MedusaResponse
): Promise<void> {
  const { additional_data, ...variant } = req.validatedBody
  const { requests } = await changeProduct(req, {
    variants: { create: [variant] },
    additional_data,
  })
  await answerProduct(req, res, { id: req.params.id ?? "", requests })
}

/** `POST /vendor/products/:id/variants/:variant_id` answers the product, as Medusa's does. */
export async function updateVariant(
  req: MedusaRequest<WithAdditionalData<ChangedVariant>>,
  res: MedusaResponse
): Promise<void> {
  const { additional_data, ...update } = req.validatedBody
  const id = req.params.variant_id ?? ""
  const { requests } = await changeProduct(req, {
    variants: { update: [{ ...update, id }] },
    additional_data,
  })
  await answerProduct(req, res, { id: req.params.id ?? "", requests })
}

/** `DELETE /vendor/products/:id/variants/:variant_id`: `{ id, object, deleted, requests }`; `deleted` is false while that waits. */
export async function deleteVariant(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.variant_id ?? ""
  const { deleted, requests } = await changeProduct(req, {
    variants: { delete: [id] },
  })
  res.json({
    id,
    object: "variant",
    deleted: deleted.includes(id),
    ...(requests.length && { requests: requests.map(presentOwnRequest) }),
  })
}

/** `POST /vendor/products/:id/variants/batch`. */
export async function batchVariants(
  req: MedusaRequest<Variants>,
  res: MedusaResponse
): Promise<void> {
  const { requests, ...result } = await changeProduct(req, {
    variants: req.validatedBody,
  })
  const { created, updated, deleted } = await refetchBatchVariants(
    result,
    req.scope,
    req.queryConfig.fields
  )
  res.json({
    created: created.map(remapVariantResponse),
    updated: updated.map(remapVariantResponse),
    deleted,
    requests: requests.map(presentOwnRequest),
  })
}
