import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { forgetProducts } from "../product/forget-products"
import { ATTRIBUTE_MODULE } from "../../modules/attribute"
import type { AttributeModuleService } from "../../modules/attribute/service"
import type { ProductToCheck } from "../../modules/attribute/types"

const idsOf = (rows: { product_id: string }[]) =>
  rows.map(({ product_id }) => product_id)

const checkProductValuesStep = createStep(
  "check-product-values",
  async (products: ProductToCheck[], { container }) => {
    if (products.length) {
      await container
        .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
        .checkProducts(products)
    }
    return new StepResponse(undefined)
  }
)

const writeProductValuesStep = createStep(
  "write-product-values",
  async (
    products: (ProductToCheck & { product_id: string })[],
    { container }
  ) => {
    const before = products.length
      ? await container
          .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
          .writeProducts(products)
      : []
    await forgetProducts(container, idsOf(products))
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await container
        .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
        .restoreProducts(before)
      await forgetProducts(container, idsOf(before))
    }
  }
)

export const checkProductValuesWorkflowId = "check-product-values"

/**
 * Refuses what products would say of their attributes when it does not fit. Writes nothing.
 *
 * @throws MedusaError INVALID_DATA naming the attribute.
 */
export const checkProductValuesWorkflow = createWorkflow(
  checkProductValuesWorkflowId,
  (input: ProductToCheck[]) =>
    new WorkflowResponse(checkProductValuesStep(input))
)

export const writeProductValuesWorkflowId = "write-product-values"

/**
 * Checks and writes what products say of their attributes. Run it where the
 * products are written, so that both come or neither.
 *
 * @throws MedusaError INVALID_DATA naming the attribute.
 */
export const writeProductValuesWorkflow = createWorkflow(
  writeProductValuesWorkflowId,
  (input: (ProductToCheck & { product_id: string })[]) =>
    new WorkflowResponse(writeProductValuesStep(input))
)
