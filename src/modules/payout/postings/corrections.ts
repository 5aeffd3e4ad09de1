import type { Liability } from "../../../options"
import type { Leg } from "../types"
import { legs, platformAccount, pspAccount, sellerAccount } from "./accounts"
import { bornBySeller } from "./refunds"

export type Dispute = {
  provider_id: string
  seller_id: string | null
  /** What the payment service took; negative when it gives it back. */
  amount: bigint
  liability: Liability
}

/** A payment service took disputed money or a fee; with a negative amount it gave it back. */
export function disputeLegs(dispute: Dispute): Leg[] {
  const { provider_id, seller_id, amount, liability } = dispute
  // The operator bears what concerns its own goods; a leg of zero is left out.
  const seller = seller_id ? bornBySeller(amount, liability) : 0n
  return legs(
    [pspAccount(provider_id), amount],
    [sellerAccount(seller_id ?? "", "available"), -seller],
    [platformAccount("loss"), -(amount - seller)]
  )
}

/** An operator gives a seller money, or takes it. */
export function adjustmentLegs(sellerId: string, amount: bigint): Leg[] {
  return legs(
    [sellerAccount(sellerId, "available"), amount],
    [platformAccount("loss"), -amount]
  )
}

/** The exact opposite. */
export function reversalLegs(of: Leg[]): Leg[] {
  return of.map((leg) => ({ ...leg, amount: -leg.amount }))
}
