import type { OrderDTO, ReservationItemDTO } from "@medusajs/framework/types"
import {
  EventPriority,
  OrderWorkflowEvents,
  ReservationItemWorkflowEvents,
} from "@medusajs/framework/utils"
import {
  createHook,
  transform,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  addOrderTransactionStep,
  createOrdersStep,
  createRemoteLinkStep,
  emitEventStep,
  validateCartItemsStep,
  validateCartPaymentsStep,
} from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { capturesOf } from "./captures-of"
import type { CompleteCartInput, CompletedCart } from "./complete-cart"
import {
  claimOf,
  type PlacedCart,
  promotionUsageOf,
  sharesOf,
  stockNeedsOf,
} from "./complete-cart-input"
import { orderSetLinks } from "./order-set-links"
import { authorizeParentPaymentStep } from "./steps/authorize-parent-payment"
import { authorizeSharePaymentsStep } from "./steps/authorize-share-payments"
import { claimOrderSetStep } from "./steps/claim-order-set"
import { createSharePaymentsStep } from "./steps/create-share-payments"
import { freezeSettlementStep } from "./steps/freeze-settlement"
import { markPreparedStep } from "./steps/mark-prepared"
import { placeOrderSetStep } from "./steps/place-order-set"
import { planOrderSetStep } from "./steps/plan-order-set"
import { reserveStockStep } from "./steps/reserve-stock"

/**
 * The part of `complete-cart` that runs once: checks, rows, the payment as the
 * last thing that can be refused, and the mark that the set is placed.
 */
export function placeCart(
  input: CompleteCartInput,
  cart: WorkflowData<PlacedCart>
): WorkflowData<CompletedCart> {
  const { parts, session } = planParts(cart)
  const orderSetId = claimOrderSetStep(
    transform({ cart, session, parts }, claimOf)
  )
  const orders = createOrdersStep(
    transform({ parts }, ({ parts }) => parts.map(({ order }) => order))
  )
  freezeSettlementStep(
    transform({ cart, parts, orders }, (placed) => ({ ...placed }))
  )
  const reservations = reserveStockStep(
    transform({ cart, orders }, ({ cart, orders }) =>
      stockNeedsOf(cart, orders)
    )
  )
  const collections = createSharePaymentsStep(
    transform({ cart, orderSetId, parts }, sharesOf)
  )
  createRemoteLinkStep(
    transform({ cart, orderSetId, parts, collections }, orderSetLinks)
  )
  markPreparedStep(
    transform({ cart }, ({ cart }) => ({
      cart_id: cart.id,
      usage: promotionUsageOf(cart),
    }))
  )
  createHook("beforePaymentAuthorization", { input })
  const payment = authorizeParentPaymentStep(
    transform({ session, orderSetId }, ({ session, orderSetId }) => ({
      order_set_id: orderSetId,
      payment_session_id: session?.id,
    }))
  )
  authorizeSharePaymentsStep(
    transform({ orderSetId, payment, collections }, (paid) => ({
      order_set_id: paid.orderSetId,
      parent_payment_id: paid.collections.length ? paid.payment?.id : null,
    }))
  )
  addOrderTransactionStep(
    transform({ payment, orders }, ({ payment, orders }) =>
      capturesOf(
        payment,
        orders.map((order) => order.id)
      )
    )
  )
  createHook("orderCreated", {
    order_id: transform({ orders }, ({ orders }) => orders[0]?.id),
    order_ids: transform({ orders }, ({ orders }) =>
      orders.map((order) => order.id)
    ),
    cart_id: cart.id,
    order_set_id: orderSetId,
  })
  emitPlaced(orderSetId, orders, reservations)
  placeOrderSetStep(
    transform({ orderSetId, parts, payment }, (placed) => ({
      id: placed.orderSetId,
      order_id: placed.parts[0]?.order.id ?? "",
      payment_id: placed.payment?.id ?? null,
    }))
  )
  return transform({ parts, orderSetId }, ({ parts, orderSetId }) => ({
    id: parts[0]?.order.id ?? "",
    order_set_id: orderSetId,
  }))
}

function planParts(cart: WorkflowData<PlacedCart>) {
  validateCartItemsStep({ cart })
  const sessions = validateCartPaymentsStep({ cart })
  const session = transform({ sessions }, ({ sessions }) => sessions[0])
  const parts = planOrderSetStep({ cart, session })
  return { parts, session }
}

/** Nobody hears of them before the workflow is through, and nobody when it fails. */
function emitPlaced(
  orderSetId: WorkflowData<string>,
  orders: WorkflowData<OrderDTO[]>,
  reservations: WorkflowData<ReservationItemDTO[]>
) {
  emitEventStep({
    eventName: ReservationItemWorkflowEvents.CREATED,
    data: transform({ orders, reservations }, reservationEvents),
  }).config({ name: "emit-reservation-item-created" })
  emitEventStep({
    eventName: OrderWorkflowEvents.PLACED,
    data: transform({ orders }, ({ orders }) =>
      orders.map(({ id }) => ({ id }))
    ),
    options: { priority: EventPriority.CRITICAL },
  })
  emitEventStep({
    eventName: MarketplaceEvents.ORDER_SET_PLACED,
    data: { id: orderSetId },
  }).config({ name: "emit-order-set-placed" })
}

type Placed = { orders: OrderDTO[]; reservations: ReservationItemDTO[] }

function reservationEvents({ orders, reservations }: Placed) {
  const orderOf = new Map(
    orders.flatMap(({ id, items }) =>
      (items ?? []).map((item) => [item.id, id])
    )
  )
  return reservations.map(({ id, line_item_id }) => ({
    id,
    order_id: orderOf.get(line_item_id ?? ""),
  }))
}
