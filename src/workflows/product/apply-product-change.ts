import type { ProductTypes } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { applySellerOptionsWorkflow } from "./apply-seller-options"
import { applySellerProductsWorkflow } from "./apply-seller-products"
import { applySellerVariantsWorkflow } from "./apply-seller-variants"
import type { ProductChange } from "./product-change"

export type ApplyProductChangeInput = {
  seller_id: string
  change: ProductChange
  status?: ProductTypes.ProductStatus
  additional_data?: Record<string, unknown>
}

export const applyProductChangeWorkflowId = "apply-product-change"

/**
 * Does a change of one product, whatever the operator's rules say, all or
 * nothing: fields, then options, then variants, which may use the new options.
 *
 * @returns `{ created, updated, deleted }`: variants as Medusa's workflows answer them, deleted ids.
 */
export const applyProductChangeWorkflow = createWorkflow(
  applyProductChangeWorkflowId,
  (input: ApplyProductChangeInput) => {
    when("product-fields-change", { input }, ({ input }) =>
      Boolean(Object.keys(input.change.product).length || input.status)
    ).then(() => {
      applySellerProductsWorkflow.runAsStep({
        input: transform({ input }, ({ input }) => ({
          seller_id: input.seller_id,
          update: [
            {
              ...input.change.product,
              id: input.change.product_id,
              ...(input.status && { status: input.status }),
            },
          ],
          additional_data: input.additional_data,
        })),
      })
    })
    when(
      "product-options-change",
      { input },
      ({ input }) => Object.values(input.change.options).flat().length > 0
    ).then(() => {
      applySellerOptionsWorkflow.runAsStep({
        input: {
          product_id: input.change.product_id,
          options: input.change.options,
        },
      })
    })
    const variants = applySellerVariantsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        seller_id: input.seller_id,
        product_id: input.change.product_id,
        ...input.change.variants,
        additional_data: input.additional_data,
      })),
    })
    return new WorkflowResponse(variants)
  }
)
