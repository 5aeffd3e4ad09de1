/**
 * Every event of the marketplace. Payloads hold plain values; ids only where a
 * reader can fetch the rest.
 */
export const MarketplaceEvents = {
  /** A cart became a placed set, after the `order.placed` of each of its orders. Payload `OrderSetPlaced`. Since 0.1.0. */
  ORDER_SET_PLACED: "order_set.placed",
} as const

export type MarketplaceEvent =
  (typeof MarketplaceEvents)[keyof typeof MarketplaceEvents]

export type OrderSetPlaced = { id: string }
