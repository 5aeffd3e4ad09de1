import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { submitRequestsWorkflow } from "../request/submit-request"
import {
  applySellerProductsWorkflow,
  type ApplySellerProductsInput,
} from "./apply-seller-products"
import { checkProductExtrasWorkflow } from "./check-product-extras"
import { copyProposedProductsStep } from "./steps/copy-proposed-products"
import { planProductWritesStep } from "./steps/plan-product-writes"

export type WriteSellerProductsInput = ApplySellerProductsInput & {
  /** Who asks; requests are made in its name. */
  member_id?: string
  /** The new products come from a file: its own rule and its own kind of request. */
  imported?: boolean
}

export const writeSellerProductsWorkflowId = "write-seller-products"

/**
 * Writes products as their seller may by the operator's rules, all or nothing:
 * without approval what is to be sold is on sale at once; under approval a new
 * product waits for the operator, and a change of one that is on sale is kept as
 * a request while the live version stays. Nothing that a seller sends makes a
 * product `published` by itself then.
 *
 * @returns `{ created, updated, deleted, requests }`; products as Medusa's workflows answer them, deleted ids, and what waits.
 * @throws MedusaError FORBIDDEN when sellers may not create products; NOT_ALLOWED when the seller has no shipping profile, or wants a draft of what waits; INVALID_DATA naming an attribute that does not fit.
 */
export const writeSellerProductsWorkflow = createWorkflow(
  writeSellerProductsWorkflowId,
  (input: WriteSellerProductsInput) => {
    const lock = acquireLocksStep({
      keys: transform({ input }, ({ input }) =>
        (input.update ?? []).map(({ id }) => id)
      ),
    })
    checkProductExtrasWorkflow.runAsStep({
      input: transform({ input }, ({ input: { create, update } }) => ({
        create,
        update,
      })),
    })
    const plan = planProductWritesStep(
      transform({ input }, ({ input: { additional_data, ...input } }) => input)
    )
    const written = applySellerProductsWorkflow.runAsStep({
      input: {
        seller_id: input.seller_id,
        create: plan.create,
        update: plan.update,
        delete: input.delete,
        additional_data: input.additional_data,
      },
    })
    const proposals = copyProposedProductsStep(
      transform({ input, plan, written }, ({ input, plan, written }) => ({
        seller_id: input.seller_id,
        member_id: input.member_id,
        kind: input.imported
          ? ("product_import" as const)
          : ("product" as const),
        ids: [
          ...plan.proposed,
          ...written.created
            .filter(({ status }) => status === "proposed")
            .map(({ id }) => id),
        ],
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
