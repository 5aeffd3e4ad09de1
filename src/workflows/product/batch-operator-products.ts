import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { batchProductsWorkflow } from "@medusajs/medusa/core-flows"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { checkProductExtrasWorkflow } from "./check-product-extras"
import { writeProductExtrasWorkflow } from "./write-product-extras"
import type { SellerProductUpdate } from "./steps/keep-held-status"
import { keepProductRelationsStep } from "./steps/keep-product-relations"
import { keepVariantsStep } from "./steps/keep-variants"

export type BatchOperatorProductsInput = {
  create?: CreateProductWorkflowInputDTO[]
  /** As Medusa's batch takes them. */
  update?: SellerProductUpdate[]
  delete?: string[]
}

export const batchOperatorProductsWorkflowId = "batch-operator-products"

/**
 * Medusa's batch of products with the check of their attributes, all or nothing.
 *
 * @returns `{ created, updated, deleted }` of Medusa's workflow.
 * @throws MedusaError INVALID_DATA naming the attribute.
 */
export const batchOperatorProductsWorkflow = createWorkflow(
  batchOperatorProductsWorkflowId,
  (input: BatchOperatorProductsInput) => {
    const update = transform({ input }, ({ input }) => input.update ?? [])
    const lock = acquireLocksStep({
      keys: transform({ update }, ({ update }) => update.map(({ id }) => id)),
    })
    const wanted = transform({ input, update }, ({ input, update }) => ({
      create: input.create,
      update,
    }))
    checkProductExtrasWorkflow.runAsStep({ input: wanted })
    keepVariantsStep(
      transform({ update }, ({ update }) => ({
        product_id: update.filter((row) => row.variants).map(({ id }) => id),
      }))
    )
    keepProductRelationsStep(update)
    const written = batchProductsWorkflow.runAsStep({ input })
    writeProductExtrasWorkflow.runAsStep({
      input: transform({ wanted, written }, ({ wanted, written }) => ({
        ...wanted,
        created: written.created.map(({ id }) => id),
      })),
    })
    releaseLocksStep(lock)
    return new WorkflowResponse(written)
  }
)
