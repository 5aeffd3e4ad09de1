import type { LinkDefinition } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import { OPERATOR_KEY } from "../../modules/order-set/types"
import { SELLER_MODULE } from "../../modules/seller"
import type { CartPart } from "./split-cart-types"

export type LinkedCart = {
  id: string
  promotions?: ({ id: string } | null)[] | null
  payment_collection?: { id: string } | null
}

export type OrderSetLinksInput = {
  cart: LinkedCart
  orderSetId: string
  parts: CartPart[]
  /** Collections of the shares; the cart's own collection pays for a single order. */
  collections: { order_id: string; payment_collection_id: string }[]
}

/** Medusa's links of an order (cart, payment collection, promotions), and ours (seller, order set). */
export function orderSetLinks({
  cart,
  orderSetId,
  parts,
  collections,
}: OrderSetLinksInput): LinkDefinition[] {
  const promotions = (cart.promotions ?? []).flatMap((one) => one?.id ?? [])
  const single = parts.length === 1 ? cart.payment_collection?.id : undefined
  const paid = new Map(
    collections.map((share) => [share.order_id, share.payment_collection_id])
  )
  return parts.flatMap(({ seller_key, order }) => {
    const from = { [Modules.ORDER]: { order_id: order.id } }
    const payment_collection_id = single ?? paid.get(order.id)
    return [
      { ...from, [Modules.CART]: { cart_id: cart.id } },
      { ...from, [ORDER_SET_MODULE]: { order_set_id: orderSetId } },
      ...(seller_key === OPERATOR_KEY
        ? []
        : [{ ...from, [SELLER_MODULE]: { seller_id: seller_key } }]),
      ...(payment_collection_id
        ? [{ ...from, [Modules.PAYMENT]: { payment_collection_id } }]
        : []),
      ...promotionsOf(order, promotions, parts).map((promotion_id) => ({
        ...from,
        [Modules.PROMOTION]: { promotion_id },
      })),
    ]
  })
}

/** An order has the promotions that changed it; one that changed no order belongs to all, as Medusa links it. */
function promotionsOf(
  order: CartPart["order"],
  promotions: string[],
  parts: CartPart[]
): string[] {
  const everywhere = new Set(parts.flatMap((part) => appliedTo(part.order)))
  const own = new Set(appliedTo(order))
  return promotions.filter((id) => own.has(id) || !everywhere.has(id))
}

function appliedTo(order: CartPart["order"]): string[] {
  return [...(order.items ?? []), ...(order.shipping_methods ?? [])]
    .flatMap((line) => line.adjustments ?? [])
    .flatMap(({ promotion_id }) => promotion_id ?? [])
}
