import type {
  CreateProductVariantWorkflowInputDTO,
  UpdateProductVariantWorkflowInputDTO,
} from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createProductVariantsWorkflow,
  deleteProductVariantsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { adoptProductsWorkflow } from "./adopt-products"
import { keepVariantsStep } from "./steps/keep-variants"

export type ApplySellerVariantsInput = {
  seller_id: string
  /** Checked to be the seller's own, as are all ids below. */
  product_id: string
  create?: Omit<CreateProductVariantWorkflowInputDTO, "product_id">[]
  update?: (UpdateProductVariantWorkflowInputDTO & { id: string })[]
  delete?: string[]
  additional_data?: Record<string, unknown>
}

export const applySellerVariantsWorkflowId = "apply-seller-variants"

/**
 * Creates, updates and deletes variants of one product with Medusa's own
 * workflows, all or nothing and whatever the operator's rules say; inventory items that come into being on the way
 * become the seller's.
 *
 * @returns `{ created, updated, deleted }`; variants as Medusa's workflows answer them, deleted ids.
 */
export const applySellerVariantsWorkflow = createWorkflow(
  applySellerVariantsWorkflowId,
  (input: ApplySellerVariantsInput) => {
    const ids = transform({ input }, ({ input }) => input.delete ?? [])
    const { additional_data } = input
    // First: what comes may have options and SKUs of what goes.
    deleteProductVariantsWorkflow.runAsStep({ input: { ids } })
    const created = createProductVariantsWorkflow.runAsStep({
      input: {
        product_variants: transform({ input }, ({ input }) =>
          (input.create ?? []).map((variant) => ({
            ...variant,
            product_id: input.product_id,
          }))
        ),
        additional_data,
      },
    })
    const update = transform({ input }, ({ input }) => input.update ?? [])
    keepVariantsStep(
      transform({ update }, ({ update }) => ({
        id: update.map(({ id }) => id),
      }))
    )
    // Last: what it changes is the hardest to put back.
    const updated = updateProductVariantsWorkflow.runAsStep({
      input: { product_variants: update, additional_data },
    })
    adoptProductsWorkflow.runAsStep({
      input: {
        seller_id: input.seller_id,
        product_ids: transform({ input }, ({ input }) => [input.product_id]),
      },
    })
    return new WorkflowResponse({ created, updated, deleted: ids })
  }
)
