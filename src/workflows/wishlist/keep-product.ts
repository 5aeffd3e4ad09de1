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
import { WISHLIST_MODULE } from "../../modules/wishlist"
import type { WishlistModuleService } from "../../modules/wishlist/service"
import { visibleProducts } from "./visible-products"

export type KeepProductInput = {
  customer_id: string
  product_id: string
  /** Those of the storefront that asks. */
  sales_channel_ids: string[]
}

const ensureVisibleStep = createStep(
  "ensure-product-visible",
  async (
    { product_id, sales_channel_ids }: KeepProductInput,
    { container }
  ) => {
    const { rows } = await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw<{ rows: object[] }>(
        `select 1 from (select ?::text as product_id) w ${visibleProducts}`,
        [product_id, sales_channel_ids]
      )
    if (!rows.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Product with id: ${product_id} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

const keepProductStep = createStep(
  "keep-product",
  async ({ customer_id, product_id }: KeepProductInput, { container }) => {
    // no undo: the last step
    const { item } = await container
      .resolve<WishlistModuleService>(WISHLIST_MODULE)
      .keepProduct({ customer_id, product_id })
    return new StepResponse(item)
  }
)

export const keepProductWorkflowId = "keep-product"

/**
 * Puts a product on a customer's list, once by a unique index: again, or twice
 * at once, changes nothing.
 *
 * @throws MedusaError NOT_FOUND for a product that shoppers do not see.
 */
export const keepProductWorkflow = createWorkflow(
  keepProductWorkflowId,
  (input: KeepProductInput) => {
    ensureVisibleStep(input)
    return new WorkflowResponse(keepProductStep(input))
  }
)
