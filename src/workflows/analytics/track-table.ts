import {
  CartWorkflowEvents,
  CustomerWorkflowEvents,
  OrderWorkflowEvents,
  PaymentEvents,
} from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../events"
import type { FactsName } from "../notice/facts/facts"

/**
 * What may leave for an analytics service: ids, amounts, counts and closed
 * words. Never a name, an address or a text that somebody wrote.
 */
export const trackedProperties = [
  "seller_id",
  "resource_type",
  "resource_id",
  "amount",
  "currency",
  "items",
  "quantity",
  "kind",
  "role",
  "state",
] as const

/** What shoppers do in the storefront: no events, because reading changes nothing. */
export const visits = {
  /** `GET /store/products/:id` answered. */
  PRODUCT_VIEWED: "visit.product_viewed",
  /** `POST /store/carts/:id/line-items` answered. */
  PRODUCT_ADDED: "visit.product_added",
  /** `GET /store/seller/:handle` answered. */
  SELLER_VIEWED: "visit.seller_viewed",
} as const
export type Visit = (typeof visits)[keyof typeof visits]

export type TrackRule = {
  /** An event, or a visit. */
  event: string
  /** As the analytics service shows it. */
  name: string
  facts: FactsName
  /** Whose doing it is: a seller's or a member's, by its id, or a buyer's, by what its visitor is known by. */
  actor: "seller" | "member" | "buyer"
  /** Who is described anew by it: the actor, or the seller as a group. */
  identifies?: "actor" | "seller"
}

const seller = {
  facts: "seller",
  actor: "seller",
  identifies: "seller",
} as const
const member = {
  facts: "member",
  actor: "member",
  identifies: "actor",
} as const
const payout = { facts: "payout", actor: "seller" } as const
const request = { facts: "request", actor: "seller" } as const
const order = { facts: "order", actor: "seller" } as const
const product = { facts: "product-visit", actor: "buyer" } as const

/** Everything that is tracked: a new one is a row here. */
export const trackRules: readonly TrackRule[] = [
  {
    ...{ event: MarketplaceEvents.SELLER_REGISTERED, ...seller },
    name: "seller_applied",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_REGISTERED, ...member },
    ...{ facts: "owner", name: "member_joined" },
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
    ...{ event: MarketplaceEvents.SELLER_TERMINATED, ...seller },
    name: "seller_terminated",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_INVITE_ACCEPTED, ...member },
    name: "member_joined",
  },
  {
    ...{ event: MarketplaceEvents.MEMBER_ROLE_CHANGED, ...member },
    name: "member_role_changed",
  },
  {
    ...{ event: MarketplaceEvents.PAYOUT_ACCOUNT_STATUS_CHANGED },
    ...{ facts: "payout-account", actor: "seller" },
    name: "payout_account_changed",
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
    ...{ event: CustomerWorkflowEvents.CREATED, facts: "customer" },
    ...{ actor: "buyer", identifies: "actor", name: "customer_registered" },
  },
  {
    ...{ event: visits.SELLER_VIEWED, facts: "seller-visit" },
    ...{ actor: "buyer", name: "seller_viewed" },
  },
  { event: visits.PRODUCT_VIEWED, ...product, name: "product_viewed" },
  { event: visits.PRODUCT_ADDED, ...product, name: "product_added_to_cart" },
  {
    ...{ event: CartWorkflowEvents.UPDATED, facts: "cart" },
    ...{ actor: "buyer", name: "cart_updated" },
  },
  {
    ...{ event: MarketplaceEvents.ORDER_SET_PLACED, facts: "order-set" },
    ...{ actor: "buyer", identifies: "actor", name: "order_set_placed" },
  },
]

/** The events of the bus that are tracked. */
export const trackedEvents = [
  ...new Set(trackRules.map(({ event }) => event)),
].filter((event) => !event.startsWith("visit."))
