import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SubmitRequestInput } from "../../request/request-kind"
import { submitterOf, type Asker } from "../plan-with-rules"

export type ProposedProducts = Asker & {
  /** Kind of the request: how the products came into being. */
  kind: "product" | "product_import"
  ids: string[]
}

const fields = [
  "id",
  "title",
  "subtitle",
  "handle",
  "description",
  "thumbnail",
  "discountable",
  "is_giftcard",
  "collection_id",
  "type_id",
  "weight",
  "length",
  "height",
  "width",
  "hs_code",
  "mid_code",
  "origin_country",
  "material",
  "external_id",
  "metadata",
  "images.url",
  "tags.id",
  "tags.value",
  "categories.id",
  "categories.name",
  "attribute_values.attribute_id",
  "attribute_values.value",
  "attribute_values.attribute.name",
  "options.title",
  "options.values.value",
  "variants.id",
  "variants.title",
  "variants.sku",
  "variants.prices.currency_code",
  "variants.prices.amount",
  "variants.options.value",
  "variants.options.option.title",
]

/** Reads only: what the operator is shown of products that wait as a whole. */
export const copyProposedProductsStep = createStep(
  "copy-proposed-products",
  async ({ kind, ids, ...by }: ProposedProducts, { container }) => {
    if (!ids.length) {
      return new StepResponse<SubmitRequestInput[]>([])
    }
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "product", fields, filters: { id: ids } })
    return new StepResponse<SubmitRequestInput[]>(
      data.map(({ id, ...copy }) => ({
        kind,
        ...submitterOf(by),
        payload: { ...copy, product_id: id },
      }))
    )
  }
)
