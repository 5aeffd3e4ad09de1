import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { writeProductValuesWorkflow } from "../attribute/write-product-values"
import { writeSecondaryCategoriesWorkflow } from "../taxonomy/write-secondary-categories"
import type { ApplySellerProductsInput } from "./apply-seller-products"
import { secondaryIds, toCheck, touchesValues } from "./product-extras"
import { readProductStates } from "./product-snapshot"

export type WriteProductExtrasInput = Pick<
  ApplySellerProductsInput,
  "create" | "update"
> & {
  /** Ids of the new products, in the order of `create`. */
  created: string[]
}

const planWritesStep = createStep(
  "plan-extras-writes",
  async (
    { create = [], update = [], created }: WriteProductExtrasInput,
    { container }
  ) => {
    const products = [
      ...create.map((product, n) => ({
        attribute_values: [],
        ...product,
        id: created[n] ?? "",
      })),
      ...update,
    ]
    const touched = products.filter(touchesValues)
    const states = await readProductStates(
      container,
      touched.map(({ id }) => id)
    )
    return new StepResponse({
      values: touched.map(({ id, attribute_values }) => ({
        // They are written by now: what is, is what holds.
        ...toCheck({ attribute_values }, states.get(id)),
        product_id: id,
      })),
      secondary: products.flatMap((product) => {
        const category_ids = secondaryIds(product)
        return category_ids ? [{ product_id: product.id, category_ids }] : []
      }),
    })
  }
)

export const writeProductExtrasWorkflowId = "write-product-extras"

/**
 * Writes attributes and secondary categories of products that were just written,
 * checked against what the products are now.
 *
 * @throws MedusaError INVALID_DATA naming the attribute or category.
 */
export const writeProductExtrasWorkflow = createWorkflow(
  writeProductExtrasWorkflowId,
  (input: WriteProductExtrasInput) => {
    const plan = planWritesStep(input)
    writeProductValuesWorkflow.runAsStep({
      input: transform({ plan }, ({ plan }) => plan.values),
    })
    writeSecondaryCategoriesWorkflow.runAsStep({
      input: transform({ plan }, ({ plan }) => plan.secondary),
    })
    return new WorkflowResponse(plan)
  }
)
