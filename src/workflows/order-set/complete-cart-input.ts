import type { CartWorkflowDTO, OrderDTO } from "@medusajs/framework/types"
import type { OrderSetClaim } from "../../modules/order-set/types"
import type { LinkedCart } from "./order-set-links"
import {
  findStockNeeds,
  type StockedVariant,
  type StockNeed,
} from "./plan-reservations"
import type { PromotionUsage } from "./prepared-mark"
import type { SettledCart } from "./settle-set"
import type { CartPart } from "./split-cart-types"
import type { PaymentSession, PlannedCart } from "./steps/plan-order-set"

/** A cart as `completeCartFields` reads it. */
export type PlacedCart = PlannedCart &
  LinkedCart &
  CartWorkflowDTO &
  SettledCart

type PlanInput = {
  cart: PlacedCart
  session?: PaymentSession
  parts: CartPart[]
}

/** The rows of the set. A single order is paid by the cart's own payment, as in stock Medusa. */
export function claimOf({ cart, session, parts }: PlanInput): OrderSetClaim {
  const collection = cart.payment_collection?.id
  return {
    cart_id: cart.id,
    customer_id: cart.customer?.id,
    email: cart.email,
    currency_code: cart.currency_code,
    sales_channel_id: cart.sales_channel_id,
    payment_collection_id: collection,
    payment_session_id: session?.id,
    parts: parts.map(({ seller_key, share, order }) => ({
      seller_key,
      share,
      order_id: order.id,
      payment_collection_id: parts.length === 1 ? collection : undefined,
    })),
  }
}

type SharesInput = { cart: PlacedCart; orderSetId: string; parts: CartPart[] }

/** Several orders get a payment each; a single one keeps the cart's. */
export function sharesOf({ cart, orderSetId, parts }: SharesInput) {
  return {
    order_set_id: orderSetId,
    currency_code: cart.currency_code,
    shares:
      parts.length === 1
        ? []
        : parts.map(({ order, share }) => ({
            order_id: order.id,
            amount: share,
          })),
  }
}

/** What all orders together take from stock. */
export function stockNeedsOf(
  cart: PlacedCart,
  orders: OrderDTO[]
): StockNeed[] {
  const variants = (cart.items ?? []).flatMap((item): StockedVariant[] =>
    item.variant ? [item.variant] : []
  )
  return findStockNeeds(
    orders.flatMap(({ items = [] }) => items),
    variants,
    cart.sales_channel_id
  )
}

/** One usage per adjustment of the whole cart, as Medusa counts. */
export function promotionUsageOf(cart: PlacedCart): PromotionUsage {
  return {
    computedActions: [
      ...(cart.items ?? []),
      ...(cart.shipping_methods ?? []),
    ].flatMap(({ adjustments = [] }) =>
      adjustments.map(({ amount, code = "" }) => ({ amount, code }))
    ),
    registrationContext: {
      customer_id: cart.customer?.id ?? null,
      customer_email: cart.email ?? null,
    },
  }
}
