import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  refetchBatchVariants,
  remapVariantResponse,
} from "@medusajs/medusa/api/admin/products/helpers"
import {
  writeSellerVariantsWorkflow,
  type WriteSellerVariantsInput,
} from "../../../workflows/product/write-seller-variants"
import { sellerContext } from "../../_kit/vendor-route"
import { answerProduct } from "./write"

type Changes = Omit<WriteSellerVariantsInput, "seller_id" | "product_id">
type NewVariant = NonNullable<Changes["create"]>[number]
type ChangedVariant = Omit<NonNullable<Changes["update"]>[number], "id">
type WithAdditionalData<TBody> = TBody & Pick<Changes, "additional_data">

async function write(req: MedusaRequest, changes: Changes) {
  const { result } = await writeSellerVariantsWorkflow(req.scope).run({
    input: {
      seller_id: sellerContext(req).sellerId,
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
  await write(req, { create: [variant], additional_data })
  await answerProduct(req, res, { id: req.params.id ?? "" })
}

/** `POST /vendor/products/:id/variants/:variant_id` answers the product, as Medusa's does. */
export async function updateVariant(
  req: MedusaRequest<WithAdditionalData<ChangedVariant>>,
  res: MedusaResponse
): Promise<void> {
  const { additional_data, ...update } = req.validatedBody
  const id = req.params.variant_id ?? ""
  await write(req, { update: [{ ...update, id }], additional_data })
  await answerProduct(req, res, { id: req.params.id ?? "" })
}

/** `POST /vendor/products/:id/variants/batch`. */
export async function batchVariants(
  req: MedusaRequest<Omit<Changes, "additional_data">>,
  res: MedusaResponse
): Promise<void> {
  const result = await write(req, req.validatedBody)
  const { created, updated, deleted } = await refetchBatchVariants(
    result,
    req.scope,
    req.queryConfig.fields
  )
  res.json({
    created: created.map(remapVariantResponse),
    updated: updated.map(remapVariantResponse),
    deleted,
  })
}
