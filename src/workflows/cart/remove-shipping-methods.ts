import { CartWorkflowEvents, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  refreshCartItemsWorkflow,
  releaseLockStep,
  removeShippingMethodFromCartStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"

export type RemoveShippingMethodsInput = {
  cart_id: string
  /** Methods to take off; without them those that no line of a seller needs any more. */
  shipping_method_ids?: string[]
}

type MethodsCart = {
  completed_at?: Date | string | null
  items?:
    | ({
        requires_shipping?: boolean | null
        variant?: {
          product?: { shipping_profile?: { id: string } | null } | null
        } | null
      } | null)[]
    | null
  shipping_methods?:
    | ({
        id: string
        shipping_option_id?: string | null
      } | null)[]
    | null
}

type CheckInput = { cart: MethodsCart; ids?: string[] }

const ensureMethodsOfCartStep = createStep(
  "ensure-shipping-methods-of-cart",
  async ({ cart, ids = [] }: CheckInput) => {
    if (cart.completed_at) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "The cart is already completed"
      )
    }
    const own = new Set(cart.shipping_methods?.map((method) => method?.id))
    const foreign = ids.filter((id) => !own.has(id))
    if (foreign.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `shipping_method_ids: ${foreign.join(", ")} not found in this cart`
      )
    }
    return new StepResponse(undefined)
  }
)

export const removeShippingMethodsWorkflowId = "remove-shipping-methods"

/**
 * Takes shipping methods off a cart and refreshes its totals, taxes and payment
 * collection. Nothing to remove means nothing is written.
 *
 * @throws MedusaError NOT_FOUND (404) for ids of another cart, INVALID_DATA (400) for a completed one.
 */
export const removeShippingMethodsWorkflow = createWorkflow(
  removeShippingMethodsWorkflowId,
  (input: RemoveShippingMethodsInput) => {
    acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10 })
    const cart = useQueryGraphStep({
      entity: "cart",
      filters: { id: input.cart_id },
      fields: [
        "completed_at",
        "items.requires_shipping",
        "items.variant.product.shipping_profile.id",
        "shipping_methods.id",
        "shipping_methods.shipping_option_id",
      ],
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-methods" })
    ensureMethodsOfCartStep({ cart: cart.data, ids: input.shipping_method_ids })
    const options = useQueryGraphStep({
      entity: "shipping_option",
      filters: {
        id: transform({ cart }, ({ cart }) => optionIds(cart.data)),
      },
      fields: ["id", "shipping_profile_id", "seller.id"],
    }).config({ name: "get-method-options" })
    const ids = transform(
      { cart, options, input },
      ({ cart, options, input }) =>
        input.shipping_method_ids ?? findOrphanMethods(cart.data, options.data)
    )
    when({ ids }, ({ ids }) => ids.length > 0).then(() => {
      removeShippingMethodFromCartStep({ shipping_method_ids: ids })
      refreshCartItemsWorkflow.runAsStep({ input: { cart_id: input.cart_id } })
      emitEventStep({
        eventName: CartWorkflowEvents.UPDATED,
        data: { id: input.cart_id },
      })
    })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(ids)
  }
)

type MethodOption = {
  id: string
  shipping_profile_id?: string | null
  seller?: { id: string } | null
}

function optionIds(cart: MethodsCart): string[] {
  return (cart.shipping_methods ?? []).flatMap(
    (method) => method?.shipping_option_id ?? []
  )
}

/** Pure: methods of sellers whose last line that had to be shipped is gone. */
export function findOrphanMethods(
  cart: MethodsCart,
  options: MethodOption[]
): string[] {
  const needed = new Set(
    (cart.items ?? [])
      .filter((item) => item?.requires_shipping)
      .map((item) => item?.variant?.product?.shipping_profile?.id)
  )
  const idle = new Set(
    options
      .filter(
        ({ seller, shipping_profile_id }) =>
          seller && !needed.has(shipping_profile_id ?? undefined)
      )
      .map(({ id }) => id)
  )
  return (cart.shipping_methods ?? []).flatMap((method) =>
    method?.shipping_option_id && idle.has(method.shipping_option_id)
      ? [method.id]
      : []
  )
}
