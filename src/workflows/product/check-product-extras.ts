import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ProductToCheck } from "../../modules/attribute/types"
import { checkProductValuesWorkflow } from "../attribute/write-product-values"
import { checkSecondaryCategoriesWorkflow } from "../taxonomy/write-secondary-categories"
import type { ApplySellerProductsInput } from "./apply-seller-products"
import { secondaryIds, toCheck, touchesValues } from "./product-extras"
import { readProductStates } from "./product-snapshot"

type WantedProducts = Pick<ApplySellerProductsInput, "create" | "update">

const planChecksStep = createStep(
  "plan-extras-checks",
  async ({ create = [], update = [] }: WantedProducts, { container }) => {
    const touched = update.filter(touchesValues)
    const states = await readProductStates(
      container,
      touched.map(({ id }) => id)
    )
    return new StepResponse({
      values: [
        ...create.map((product): ProductToCheck => ({
          values: [],
          ...toCheck(product),
        })),
        ...touched.map((product): ProductToCheck => ({
          ...toCheck(product, states.get(product.id)),
          product_id: product.id,
        })),
      ],
      secondary: [...create, ...update].flatMap((product) => {
        const category_ids = secondaryIds(product)
        return category_ids ? [{ category_ids }] : []
      }),
    })
  }
)

export const checkProductExtrasWorkflowId = "check-product-extras"

/**
 * Refuses wanted products whose attributes or secondary categories do not fit,
 * also of a change that waits for the operator. Writes nothing.
 *
 * @throws MedusaError INVALID_DATA naming the attribute or category.
 */
export const checkProductExtrasWorkflow = createWorkflow(
  checkProductExtrasWorkflowId,
  (input: WantedProducts) => {
    const plan = planChecksStep(input)
    checkProductValuesWorkflow.runAsStep({
      input: transform({ plan }, ({ plan }) => plan.values),
    })
    checkSecondaryCategoriesWorkflow.runAsStep({
      input: transform({ plan }, ({ plan }) => plan.secondary),
    })
    return new WorkflowResponse(plan)
  }
)
