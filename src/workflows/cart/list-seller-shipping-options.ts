import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  listShippingOptionsForCartWorkflow,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { isSellerOpen } from "./seller-guard"

export type ListSellerShippingOptionsInput = {
  cart_id: string
  is_return?: boolean
  fields?: string[]
}

type OptionSeller = {
  id: string
  name: string
  status: string
  vacation_from?: Date | string | null
  vacation_until?: Date | string | null
}

type CoreOption = {
  id: string
  shipping_profile_id: string
  seller?: OptionSeller | null
}

/** One of Medusa's options with the seller who ships by it; both null for the operator's. */
export type SellerShippingOption = Omit<CoreOption, "seller"> & {
  seller_id: string | null
  seller_name: string | null
}

type OptionsCart = {
  items?:
    | ({
        requires_shipping?: boolean | null
        product?: { seller?: { id: string } | null } | null
        variant?: {
          product?: { shipping_profile?: { id: string } | null } | null
        } | null
      } | null)[]
    | null
}

export const listSellerShippingOptionsWorkflowId =
  "list-seller-shipping-options"

/**
 * Medusa's shipping options for a cart, reduced to those that carry a line of
 * it: the seller is in the cart and open, and the option's profile is the
 * profile of one of its lines. A chosen option stays listed.
 */
export const listSellerShippingOptionsWorkflow = createWorkflow(
  listSellerShippingOptionsWorkflowId,
  (input: ListSellerShippingOptionsInput) => {
    const options = listShippingOptionsForCartWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        cart_id: input.cart_id,
        is_return: !!input.is_return,
        fields: [
          ...(input.fields ?? []),
          "seller.id",
          "seller.name",
          "seller.status",
          "seller.vacation_from",
          "seller.vacation_until",
        ],
      })),
    })
    const cart = useQueryGraphStep({
      entity: "cart",
      filters: { id: input.cart_id },
      fields: [
        "items.requires_shipping",
        "items.product.seller.id",
        "items.variant.product.shipping_profile.id",
      ],
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-profiles" })
    return new WorkflowResponse(
      transform({ options, cart }, ({ options, cart }) =>
        selectOptions(options, cart.data)
      )
    )
  }
)

/** Pure: which options carry something of this cart, with their seller beside them. */
export function selectOptions(
  options: CoreOption[],
  cart: OptionsCart
): SellerShippingOption[] {
  const items = (cart.items ?? []).filter((item) => !!item)
  const profiles = new Set(
    items
      .filter((item) => item.requires_shipping)
      .map((item) => item.variant?.product?.shipping_profile?.id)
  )
  const sellers = new Set(items.map((item) => item.product?.seller?.id))
  const hasOperatorLine = !items.length || sellers.has(undefined)
  const now = new Date()
  return options
    .filter(({ seller, shipping_profile_id }) =>
      seller
        ? sellers.has(seller.id) &&
          profiles.has(shipping_profile_id) &&
          isSellerOpen(seller, now)
        : hasOperatorLine
    )
    .map(({ seller, ...option }) => ({
      ...option,
      seller_id: seller?.id ?? null,
      seller_name: seller?.name ?? null,
    }))
}
