import type { AccountRef, AccountType, Leg } from "../types"

/** One of a seller's accounts. */
export function sellerAccount(
  sellerId: string,
  type: Extract<
    AccountType,
    "pending" | "available" | "reserved" | "in_transit"
  >
): AccountRef {
  return { owner_type: "seller", owner_id: sellerId, type }
}

/** One of the platform's own accounts. */
export function platformAccount(
  type: Extract<
    AccountType,
    | "commission"
    | "own_sales"
    | "tax_payable"
    | "commission_tax"
    | "promo_expense"
    | "credit"
    | "loss"
    | "processing_cost"
    | "carry"
    | "unallocated"
  >
): AccountRef {
  return { owner_type: "platform", owner_id: "platform", type }
}

/** Money at a payment service; below zero when it holds some for us. */
export function pspAccount(providerId: string): AccountRef {
  return { owner_type: "external", owner_id: providerId, type: "psp" }
}

/** Where an order's earnings wait: the operator's own orders wait for nobody. */
export function earningsAccount(sellerId: string | null): AccountRef {
  return sellerId
    ? sellerAccount(sellerId, "pending")
    : platformAccount("own_sales")
}

/** Pairs of account and amount as legs; zeros are left out. */
export function legs(...pairs: [AccountRef, bigint][]): Leg[] {
  return pairs
    .filter(([, amount]) => amount !== 0n)
    .map(([account, amount]) => ({ ...account, amount }))
}
