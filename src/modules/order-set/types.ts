/** Every status of the split itself; the buyer-facing status is derived from the orders. */
export const orderSetStatuses = ["placing", "placed", "failed"] as const
export type OrderSetStatus = (typeof orderSetStatuses)[number]

/** `seller_key` of the order that holds the lines without a seller. */
export const OPERATOR_KEY = "operator"

/** What a completion is about to make of a cart. */
export type OrderSetClaim = {
  cart_id: string
  customer_id?: string | null
  email?: string | null
  currency_code: string
  sales_channel_id?: string | null
  /** The parent's, that is the cart's. */
  payment_collection_id?: string | null
  payment_session_id?: string | null
  parts: {
    seller_key: string
    order_id: string
    /** Exact decimal in major units. */
    share: string
    /** Only for a single order, which the cart's own payment collection pays for. */
    payment_collection_id?: string | null
  }[]
}

/** Where a cart's completion stands. */
export type CartOrderSet = {
  id: string
  status: OrderSetStatus
  /** The set's first order; the others follow by id. */
  order_id: string | null
}

/** One attempt to place a set: a later one of the same cart has other orders. */
export type OrderSetAttempt = {
  id: string
  /** Any order of the attempt. */
  order_id: string
}

export type OrderSetPlacement = OrderSetAttempt & {
  /** The parent payment; null for a free cart or a deferred authorisation. */
  payment_id: string | null
}
