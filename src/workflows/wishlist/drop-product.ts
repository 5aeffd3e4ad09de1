import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { WISHLIST_MODULE } from "../../modules/wishlist"
import type { WishlistModuleService } from "../../modules/wishlist/service"

export type DropProductInput = { customer_id: string; product_id: string }

const dropProductStep = createStep(
  "drop-product",
  async ({ customer_id, product_id }: DropProductInput, { container }) => {
    // no undo: the only step
    const wishlists = container.resolve<WishlistModuleService>(WISHLIST_MODULE)
    const [item] = await wishlists.listWishlistItems({
      customer_id,
      product_id,
    })
    if (item) {
      await wishlists.deleteWishlistItems([item.id])
    }
    return new StepResponse(item?.id ?? null)
  }
)

export const dropProductWorkflowId = "drop-product"

/** Takes a product off a customer's list: the id of its row, or null when it was not there. */
export const dropProductWorkflow = createWorkflow(
  dropProductWorkflowId,
  (input: DropProductInput) => new WorkflowResponse(dropProductStep(input))
)
