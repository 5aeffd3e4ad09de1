import {
  FulfillmentWorkflowEvents,
  OrderWorkflowEvents,
  PaymentEvents,
} from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../../events"
import type { NoticeRule } from "../notice-rule"

const orders = {
  topic: "orders",
  audience: "team",
  permission: "orders:read",
} as const
const returns = { ...orders, topic: "returns" } as const
const buyer = { topic: "orders", audience: "buyer" } as const

/** Orders, parcels and what comes back. */
export const orderRules: readonly NoticeRule[] = [
  {
    ...orders,
    ...{ event: OrderWorkflowEvents.PLACED, facts: "order" },
    template: "order-new",
  },
  {
    ...orders,
    ...{ event: OrderWorkflowEvents.CANCELED, facts: "order" },
    template: "order-canceled",
  },
  {
    ...returns,
    ...{ event: OrderWorkflowEvents.RETURN_REQUESTED, facts: "return" },
    template: "return-requested",
  },
  {
    ...returns,
    ...{ event: OrderWorkflowEvents.RETURN_RECEIVED, facts: "return" },
    template: "return-received",
  },
  {
    ...returns,
    ...{ event: PaymentEvents.REFUNDED, facts: "refund" },
    template: "refund-booked",
  },
  {
    ...buyer,
    ...{ event: MarketplaceEvents.ORDER_SET_PLACED, facts: "order-set" },
    template: "purchase-confirmed",
  },
  {
    ...buyer,
    ...{ event: FulfillmentWorkflowEvents.SHIPMENT_CREATED },
    ...{ facts: "fulfilment", template: "order-shipped" },
    channels: ["email", "sms"],
  },
  {
    ...buyer,
    ...{ event: FulfillmentWorkflowEvents.DELIVERY_CREATED },
    ...{ facts: "fulfilment", template: "order-delivered" },
  },
  {
    ...buyer,
    ...{ event: OrderWorkflowEvents.CANCELED, facts: "order" },
    template: "purchase-canceled",
  },
  {
    ...buyer,
    ...{ event: PaymentEvents.REFUNDED, facts: "refund" },
    template: "purchase-refunded",
  },
]
