import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  deleteLineItemsWorkflow,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { removeShippingMethodsWorkflow } from "./remove-shipping-methods"

export type RemoveLineItemInput = { cart_id: string; item_id: string }

type CheckInput = {
  itemId: string
  cart: {
    completed_at?: Date | string | null
    items?: ({ id: string } | null)[] | null
  }
}

/** Medusa's workflow deletes whatever line it is given. */
const ensureLineOfCartStep = createStep(
  "ensure-line-of-cart",
  async ({ itemId, cart }: CheckInput) => {
    if (!cart.items?.some((item) => item?.id === itemId)) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Line item with id: ${itemId} was not found`
      )
    }
    if (cart.completed_at) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "The cart is already completed"
      )
    }
    return new StepResponse(undefined)
  }
)

export const removeLineItemWorkflowId = "remove-line-item"

/**
 * Removes a line by Medusa's workflow and, with a seller's last line that had
 * to be shipped, that seller's shipping method. Other methods stay.
 *
 * @throws MedusaError NOT_FOUND (404) for a line of another cart, INVALID_DATA (400) for a completed cart.
 */
export const removeLineItemWorkflow = createWorkflow(
  removeLineItemWorkflowId,
  (input: RemoveLineItemInput) => {
    const cart = useQueryGraphStep({
      entity: "cart",
      filters: { id: input.cart_id },
      fields: ["completed_at", "items.id"],
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-lines" })
    ensureLineOfCartStep({ itemId: input.item_id, cart: cart.data })
    deleteLineItemsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        cart_id: input.cart_id,
        ids: [input.item_id],
      })),
    })
    removeShippingMethodsWorkflow.runAsStep({
      input: { cart_id: input.cart_id },
    })
    return new WorkflowResponse(undefined)
  }
)
