import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { forgetProducts } from "../product/forget-products"
import { TAXONOMY_MODULE } from "../../modules/taxonomy"
import type {
  ProductCategories,
  TaxonomyModuleService,
} from "../../modules/taxonomy/service"

const idsOf = (rows: { product_id: string }[]) =>
  rows.map(({ product_id }) => product_id)

const ensureCategoriesStep = createStep(
  "ensure-secondary-categories",
  async (products: { category_ids: string[] }[], { container }) => {
    const ids = products.flatMap(({ category_ids }) => category_ids)
    const { data } = ids.length
      ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "product_category",
          fields: ["id"],
          filters: { id: [...new Set(ids)] },
        })
      : { data: [] }
    const missing = ids.filter((id) => !data.some((row) => row.id === id))
    if (missing.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `secondary_categories: ${missing.join(", ")} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

const setSecondaryCategoriesStep = createStep(
  "set-secondary-categories",
  async (products: ProductCategories[], { container }) => {
    const before = products.length
      ? await container
          .resolve<TaxonomyModuleService>(TAXONOMY_MODULE)
          .setSecondaryCategories(products)
      : []
    await forgetProducts(container, idsOf(products))
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await container
        .resolve<TaxonomyModuleService>(TAXONOMY_MODULE)
        .setSecondaryCategories(before)
      await forgetProducts(container, idsOf(before))
    }
  }
)

export const checkSecondaryCategoriesWorkflowId = "check-secondary-categories"

/**
 * Refuses secondary categories that are none. Writes nothing.
 *
 * @throws MedusaError INVALID_DATA naming those that are not there.
 */
export const checkSecondaryCategoriesWorkflow = createWorkflow(
  checkSecondaryCategoriesWorkflowId,
  (input: { category_ids: string[] }[]) =>
    new WorkflowResponse(ensureCategoriesStep(input))
)

export const writeSecondaryCategoriesWorkflowId = "write-secondary-categories"

/**
 * Writes the whole list of secondary categories of each product.
 *
 * @throws MedusaError INVALID_DATA naming those that are not there.
 */
export const writeSecondaryCategoriesWorkflow = createWorkflow(
  writeSecondaryCategoriesWorkflowId,
  (input: ProductCategories[]) => {
    ensureCategoriesStep(input)
    return new WorkflowResponse(setSecondaryCategoriesStep(input))
  }
)
