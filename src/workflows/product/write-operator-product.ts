import type {
  CreateProductWorkflowInputDTO,
  UpdateProductDTO,
} from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createProductsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { checkProductExtrasWorkflow } from "./check-product-extras"
import type { ProductExtras } from "./product-extras"
import { writeProductExtrasWorkflow } from "./write-product-extras"

export type CreateOperatorProductInput = {
  product: CreateProductWorkflowInputDTO
  extras: ProductExtras
  additional_data?: Record<string, unknown>
}

export type UpdateOperatorProductInput = {
  id: string
  /** As Medusa's update takes it. */
  product: Omit<UpdateProductDTO, "variants">
  extras: ProductExtras
  additional_data?: Record<string, unknown>
}

export const createOperatorProductWorkflowId = "create-operator-product"

/**
 * Medusa's creation of a product with its attributes and secondary categories.
 *
 * @returns its id.
 * @throws MedusaError INVALID_DATA naming the attribute.
 */
export const createOperatorProductWorkflow = createWorkflow(
  createOperatorProductWorkflowId,
  (input: CreateOperatorProductInput) => {
    const wanted = transform({ input }, ({ input }) => ({
      create: [{ ...input.product, ...input.extras }],
    }))
    checkProductExtrasWorkflow.runAsStep({ input: wanted })
    const created = createProductsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        products: [input.product],
        additional_data: input.additional_data,
      })),
    })
    const id = transform({ created }, ({ created }) => created[0]?.id ?? "")
    writeProductExtrasWorkflow.runAsStep({
      input: transform({ wanted, id }, ({ wanted, id }) => ({
        ...wanted,
        created: [id],
      })),
    })
    return new WorkflowResponse(id)
  }
)

export const updateOperatorProductWorkflowId = "update-operator-product"

/**
 * Medusa's update of a product with its attributes and secondary categories.
 *
 * @throws MedusaError INVALID_DATA naming the attribute.
 */
export const updateOperatorProductWorkflow = createWorkflow(
  updateOperatorProductWorkflowId,
  (input: UpdateOperatorProductInput) => {
    const lock = acquireLocksStep({
      keys: transform({ input }, ({ input }) => [input.id]),
    })
    const wanted = transform({ input }, ({ input }) => ({
      update: [{ ...input.product, ...input.extras, id: input.id }],
    }))
    checkProductExtrasWorkflow.runAsStep({ input: wanted })
    updateProductsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        selector: { id: input.id },
        update: input.product,
        additional_data: input.additional_data,
      })),
    })
    writeProductExtrasWorkflow.runAsStep({
      input: transform({ wanted }, ({ wanted }) => ({
        ...wanted,
        created: [],
      })),
    })
    releaseLocksStep(lock)
    return new WorkflowResponse(input.id)
  }
)
