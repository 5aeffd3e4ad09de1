import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { visibleProducts } from "./visible-products"

export type ListWishlistInput = {
  customer_id: string
  /** Those of the storefront that asks. */
  sales_channel_ids: string[]
  limit: number
  offset: number
}

const listWishlistStep = createStep(
  "list-wishlist",
  async (
    { customer_id, sales_channel_ids, limit, offset }: ListWishlistInput,
    { container }
  ) => {
    const { rows } = await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw<{ rows: { ids: string[]; count: number }[] }>(
        `with visible as (
           select w.product_id, w.created_at from (
             select * from wishlist_item where customer_id = ? and deleted_at is null
           ) w ${visibleProducts}
         )
         select (select count(*)::int from visible) as count,
           array(
             select product_id from visible order by created_at desc, product_id limit ? offset ?
           ) as ids`,
        [customer_id, sales_channel_ids, limit, offset]
      )
    const [page] = rows
    return new StepResponse({ ids: page?.ids ?? [], count: page?.count ?? 0 })
  }
)

export const listWishlistWorkflowId = "list-wishlist"

/** One page of the products that a customer keeps in mind and may buy now, the latest first: their ids, and how many there are. */
export const listWishlistWorkflow = createWorkflow(
  listWishlistWorkflowId,
  (input: ListWishlistInput) => new WorkflowResponse(listWishlistStep(input))
)
