import type { OrderSetModuleService } from "../../modules/order-set/service"
import {
  fulfillmentStatus,
  paymentStatus,
  summarizeOrderSet,
  type SetOrder,
} from "./order-set-status"

type OrderSetRow = Awaited<
  ReturnType<OrderSetModuleService["retrieveOrderSet"]>
>

/** An order set as buyers and operators read it; ids of the parent payment stay inside. */
export function presentOrderSet(set: OrderSetRow, orders: SetOrder[]) {
  const [first] = orders
  return {
    id: set.id,
    display_id: set.display_id,
    created_at: set.created_at,
    updated_at: set.updated_at,
    cart_id: set.cart_id,
    customer_id: set.customer_id,
    email: set.email,
    currency_code: set.currency_code,
    sales_channel_id: set.sales_channel_id,
    ...summarizeOrderSet(orders),
    payment_collection: set.payment_collection_id
      ? {
          id: set.payment_collection_id,
          currency_code: set.currency_code,
          status: paymentStatus(orders),
        }
      : null,
    orders: orders.map((order) => ({
      ...order,
      payment_status: paymentStatus([order]),
      fulfillment_status: fulfillmentStatus([order]),
      order_set: { id: set.id, display_id: set.display_id },
    })),
    shipping_address:
      first && "shipping_address" in first ? first.shipping_address : null,
  }
}
