import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REQUEST_MODULE } from "../../../modules/request"
import type { RequestModuleService } from "../../../modules/request/service"
import { openStatuses } from "../../../modules/request/transitions"
import type { SubmitRequestInput } from "../../request/request-kind"
import { submitterOf, type Asker } from "../plan-with-rules"

type Kind = "product" | "product_import"

export type ProposedProducts = Asker & {
  /** Kind of the request, where none is open yet: how the products came to be asked for. */
  kind: Kind
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
    const open = await readOpenKinds(container, ids)
    return new StepResponse<SubmitRequestInput[]>(
      data.map(({ id, ...copy }) => ({
        // It goes on: a product waits once, whichever way it is changed.
        kind: open.get(id) ?? kind,
        ...submitterOf(by),
        payload: { ...copy, product_id: id },
      }))
    )
  }
)

async function readOpenKinds(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, string>> {
  const requests = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests(
      {
        kind: ["product", "product_import"] satisfies Kind[],
        subject_id: ids,
        status: [...openStatuses],
      },
      { select: ["kind", "subject_id"], take: null }
    )
  return new Map(requests.map(({ subject_id, kind }) => [subject_id, kind]))
}
