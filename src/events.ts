/**
 * Every event of the marketplace. Payloads hold plain values; ids only where a
 * reader can fetch the rest.
 */
export const MarketplaceEvents = {
  /** A cart became a placed set, after the `order.placed` of each of its orders. Payload `OrderSetPlaced`. Since 0.1.0. */
  ORDER_SET_PLACED: "order_set.placed",
  /** All products of one or more sellers left or came back to the storefront at once. Payload `ProductsVisibilityChanged`. Since 0.1.0. */
  PRODUCTS_VISIBILITY_CHANGED: "product.visibility_changed",
} as const

export type MarketplaceEvent =
  (typeof MarketplaceEvents)[keyof typeof MarketplaceEvents]

export type OrderSetPlaced = { id: string }

/** Every product whose status was flipped; read the products to see the way. */
export type ProductsVisibilityChanged = { ids: string[] }
