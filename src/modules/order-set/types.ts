/** Every status of the split itself; the buyer-facing status is derived from the orders. */
export const orderSetStatuses = ["placing", "placed", "failed"] as const
export type OrderSetStatus = (typeof orderSetStatuses)[number]

/** `seller_key` of the order that holds the lines without a seller. */
export const OPERATOR_KEY = "operator"
