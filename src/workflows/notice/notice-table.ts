import {
  FulfillmentWorkflowEvents,
  OrderWorkflowEvents,
  PaymentEvents,
} from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../events"
import type { NoticeChannel, NoticeTopic } from "../../modules/notice/types"
import type { Permission } from "../../modules/seller/types"
import type { FactsName } from "./facts/facts"
import type { TemplateName } from "./texts/words"

/**
 * Who is told. `team`: the seller's feed, and every member who holds the
 * permission by mail; `owners`: the feed and the owner; `operator`: the
 * operator's feed and whatever else the host connected; `buyer`: who bought.
 */
export type Audience = "team" | "owners" | "operator" | "buyer"

export type NoticeRule = {
  event: string
  facts: FactsName
  template: TemplateName
  topic: NoticeTopic
  audience: Audience
  /** Of the members of the team. */
  permission?: Permission
  /** Instead of those of the audience. */
  channels?: readonly NoticeChannel[]
}

/** How each audience is reached; a channel without a provider is skipped and noted. */
export const audienceChannels: Record<Audience, readonly NoticeChannel[]> = {
  team: ["seller_feed", "email"],
  owners: ["seller_feed", "email"],
  operator: ["feed", "slack", "email"],
  buyer: ["email"],
}

const account = {
  facts: "seller",
  topic: "account",
  audience: "owners",
} as const
const orders = {
  topic: "orders",
  audience: "team",
  permission: "orders:read",
} as const
const returns = { ...orders, topic: "returns" } as const
const payouts = {
  facts: "payout",
  topic: "payouts",
  audience: "team",
  permission: "payouts:read",
} as const
const buyer = { topic: "orders", audience: "buyer" } as const

/** Every notification of the marketplace: a new one is a row here and its text in `texts`. */
export const noticeRules: readonly NoticeRule[] = [
  {
    ...account,
    event: MarketplaceEvents.SELLER_REGISTERED,
    template: "application-received",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_REGISTERED,
    template: "application-new",
    audience: "operator",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_ACCEPTED,
    template: "seller-accepted",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_REJECTED,
    template: "seller-rejected",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_SUSPENDED,
    template: "seller-suspended",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_REACTIVATED,
    template: "seller-reactivated",
  },
  {
    ...{ event: MarketplaceEvents.SELLER_INVITE_ACCEPTED, facts: "member" },
    ...{ template: "member-joined", topic: "team", audience: "owners" },
  },
  {
    ...{ event: MarketplaceEvents.MEMBER_REMOVED, facts: "member" },
    ...{ template: "member-removed", topic: "team", audience: "owners" },
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_SUBMITTED, facts: "request" },
    ...{ template: "request-new", topic: "requests", audience: "operator" },
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_ESCALATED, facts: "request" },
    ...{ template: "request-escalated", topic: "requests" },
    audience: "operator",
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_ACCEPTED, facts: "request" },
    ...{ template: "request-accepted", topic: "requests", audience: "team" },
    permission: "requests:read",
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_REJECTED, facts: "request" },
    ...{ template: "request-rejected", topic: "requests", audience: "team" },
    permission: "requests:read",
  },
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
    ...payouts,
    event: MarketplaceEvents.PAYOUT_PAID,
    template: "payout-paid",
  },
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_FAILED,
    template: "payout-failed",
  },
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_FAILED,
    ...{ template: "payout-failed-operator", audience: "operator" },
  },
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_RETURNED,
    template: "payout-returned",
  },
  {
    ...account,
    ...{ event: MarketplaceEvents.PAYOUT_ACCOUNT_CHANGED },
    ...{ facts: "payout-account", template: "payout-account-changed" },
  },
  {
    ...account,
    ...{ event: MarketplaceEvents.PAYOUT_ACCOUNT_STATUS_CHANGED },
    ...{ facts: "payout-account", template: "payout-account-status" },
  },
  {
    ...payouts,
    ...{ event: MarketplaceEvents.SELLER_STATEMENT_ISSUED },
    ...{ facts: "statement", template: "statement-issued" },
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

/** The events that somebody is told of. */
export const noticeEvents = [...new Set(noticeRules.map(({ event }) => event))]
