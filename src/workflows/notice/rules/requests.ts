import { MarketplaceEvents } from "../../../events"
import type { NoticeRule } from "../notice-rule"

const orders = {
  topic: "orders",
  audience: "team",
  permission: "orders:read",
} as const
const returns = { ...orders, topic: "returns" } as const
const requests = { topic: "requests", audience: "team" } as const
const returnRequests = { ...returns, facts: "return-request" } as const
const buyer = { topic: "orders", audience: "buyer" } as const
const returning = { ...buyer, facts: "return-request" } as const

/** Requests, returns that are asked for, reviews and stock. */
export const requestRules: readonly NoticeRule[] = [
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
    ...{ template: "request-accepted", ...requests },
    permission: "requests:read",
  },
  {
    ...{ event: MarketplaceEvents.REQUEST_REJECTED, facts: "request" },
    ...{ template: "request-rejected", ...requests },
    permission: "requests:read",
  },
  {
    ...returnRequests,
    event: MarketplaceEvents.REQUEST_SUBMITTED,
    template: "return-asked",
  },
  {
    ...returnRequests,
    event: MarketplaceEvents.REQUEST_ESCALATED,
    template: "return-escalated",
  },
  {
    ...{ ...returnRequests, audience: "operator" },
    event: MarketplaceEvents.REQUEST_ESCALATED,
    template: "return-escalated",
  },
  {
    ...returnRequests,
    event: MarketplaceEvents.REQUEST_WITHDRAWN,
    template: "return-withdrawn",
  },
  {
    ...returnRequests,
    event: MarketplaceEvents.REQUEST_REJECTED,
    template: "return-refused",
  },
  {
    ...returning,
    event: MarketplaceEvents.REQUEST_ACCEPTED,
    template: "return-accepted",
  },
  {
    ...returning,
    event: MarketplaceEvents.REQUEST_DECLINED,
    template: "return-declined",
  },
  {
    ...returning,
    event: MarketplaceEvents.REQUEST_REJECTED,
    template: "return-rejected",
  },
  {
    ...{ event: MarketplaceEvents.REVIEW_SUBMITTED, facts: "review" },
    ...{ template: "review-new", topic: "reviews", audience: "team" },
    permission: "customers:read",
  },
  {
    ...buyer,
    ...{ event: MarketplaceEvents.REVIEW_ANSWERED, facts: "review" },
    template: "review-answered",
  },
  {
    ...{ event: MarketplaceEvents.STOCK_LOW, facts: "stock" },
    ...{ template: "stock-low", topic: "stock", audience: "team" },
    permission: "inventory:read",
  },
]
