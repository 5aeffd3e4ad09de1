import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { submitRequestsWorkflow } from "../request/submit-request"
import { applyProductChangeWorkflow } from "./apply-product-change"
import { noChange, type ProductChange } from "./product-change"
import { copyProposedProductsStep } from "./steps/copy-proposed-products"
import { planProductChangeStep } from "./steps/plan-product-writes"

export type ChangeSellerProductInput = {
  seller_id: string
  /** Who asks; requests are made in its name. */
  member_id?: string
  /** Checked to be the seller's own, as are all ids below. */
  product_id: string
  variants?: Partial<ProductChange["variants"]>
  options?: Partial<ProductChange["options"]>
  additional_data?: Record<string, unknown>
}

export const changeSellerProductWorkflowId = "change-seller-product"

/**
 * Writes variants and options of one product as their seller may by the
 * operator's rules, all or nothing: what waits is kept as a request, and the
 * live version stays on sale.
 *
 * @returns `{ created, updated, deleted, requests }`: variants as Medusa's workflows answer them, deleted ids, and what waits.
 * @throws MedusaError NOT_FOUND for an unknown product.
 */
export const changeSellerProductWorkflow = createWorkflow(
  changeSellerProductWorkflowId,
  (input: ChangeSellerProductInput) => {
    const lock = acquireLocksStep({
      keys: transform({ input }, ({ input }) => [input.product_id]),
    })
    const plan = planProductChangeStep(
      transform(
        { input },
        ({
          input: { seller_id, member_id, product_id, variants, options },
        }) => {
          const none = noChange(product_id)
          return {
            seller_id,
            member_id,
            change: {
              ...none,
              variants: { ...none.variants, ...variants },
              options: { ...none.options, ...options },
            },
          }
        }
      )
    )
    const written = applyProductChangeWorkflow.runAsStep({
      input: transform({ input, plan }, ({ input, plan }) => ({
        seller_id: input.seller_id,
        additional_data: input.additional_data,
        change: plan.now[0]?.change ?? noChange(input.product_id),
        status: plan.now[0]?.status,
      })),
    })
    const proposals = copyProposedProductsStep(
      transform({ input, plan, written }, ({ input, plan }) => ({
        seller_id: input.seller_id,
        member_id: input.member_id,
        kind: "product" as const,
        ids: plan.proposed,
      }))
    )
    const requests = submitRequestsWorkflow.runAsStep({
      input: transform({ plan, proposals }, ({ plan, proposals }) => [
        ...proposals,
        ...plan.changes,
      ]),
    })
    releaseLocksStep(lock)
    return new WorkflowResponse(
      transform({ written, requests }, ({ written, requests }) => ({
        ...written,
        requests,
      }))
    )
  }
)
