import { OrderWorkflowEvents, PaymentEvents } from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../events"
import type { FactsName } from "../notice/facts/facts"

/** What may leave for an analytics service: ids, amounts, counts and closed words. Never a name, an address or a text. */
export const trackedProperties = [
  "seller_id",
  "resource_type",
  "resource_id",
  "amount",
  "currency",
  "items",
  "kind",
] as const

export type TrackRule = {
  event: string
  /** As the analytics service shows it. */
  name: string
  facts: FactsName
  /** Whose doing it is: a seller's, by its id, or a buyer's, by the customer's id. */
  actor: "seller" | "buyer"
}

const seller = { facts: "seller", actor: "seller" } as const
const payout = { facts: "payout", actor: "seller" } as const
const request = { facts: "request", actor: "seller" } as const
const order = { facts: "order", actor: "seller" } as const

/** Everything that is tracked: a new one is a row here. */
export const trackRules: readonly TrackRule[] = [
  {
    ...{ event: MarketplaceEvents.SELLER_REGISTERED, ...seller },
    name: "seller_applied",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_ACCEPTED, ...seller },
    name: "seller_accepted",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_REJECTED, ...seller },
    name: "seller_rejected",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_SUSPENDED, ...seller },
    name: "seller_suspended",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_REACTIVATED, ...seller },
    name: "seller_reactivated",
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_SUBMITTED, ...request },
    name: "request_submitted",
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_ACCEPTED, ...request },
    name: "request_accepted",
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_REJECTED, ...request },
    name: "request_rejected",
  },
  {
    ...{ event: OrderWorkflowEvents.PLACED, ...order },
    name: "seller_order_placed",
  },
  {
    ...{ event: OrderWorkflowEvents.CANCELED, ...order },
    name: "seller_order_canceled",
  },
  {
    ...{ event: PaymentEvents.REFUNDED, facts: "refund", actor: "seller" },
    name: "seller_order_refunded",
  },
  {
    ...{ event: MarketplaceEvents.PAYOUT_PAID, ...payout },
    name: "payout_paid",
  },
  {
    ...{ event: MarketplaceEvents.PAYOUT_FAILED, ...payout },
    name: "payout_failed",
  },
  {
    ...{ event: MarketplaceEvents.ORDER_SET_PLACED, facts: "order-set" },
    ...{ actor: "buyer", name: "order_set_placed" },
  },
]

/** The events that are tracked. */
export const trackedEvents = [...new Set(trackRules.map(({ event }) => event))]
