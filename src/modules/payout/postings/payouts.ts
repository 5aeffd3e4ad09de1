import type { Leg } from "../types"
import { legs, platformAccount, pspAccount, sellerAccount } from "./accounts"

/** A payout takes its amount out of `available`. */
export function payoutReserveLegs(sellerId: string, amount: bigint): Leg[] {
  return legs(
    [sellerAccount(sellerId, "available"), -amount],
    [sellerAccount(sellerId, "in_transit"), amount]
  )
}

/** What is too small for the payment service waits; negative: it comes back as a fresh entry. */
export function payoutCarryLegs(sellerId: string, amount: bigint): Leg[] {
  return legs(
    [sellerAccount(sellerId, "available"), -amount],
    [platformAccount("carry"), amount]
  )
}

export type PayoutMoney = {
  seller_id: string
  provider_id: string
  amount: bigint
}

/** The money left. */
export function payoutPaidLegs(payout: PayoutMoney): Leg[] {
  return legs(
    [sellerAccount(payout.seller_id, "in_transit"), -payout.amount],
    [pspAccount(payout.provider_id), payout.amount]
  )
}

/** The money never left: it is available again. */
export function payoutFailedLegs(payout: PayoutMoney): Leg[] {
  return legs(
    [sellerAccount(payout.seller_id, "in_transit"), -payout.amount],
    [sellerAccount(payout.seller_id, "available"), payout.amount]
  )
}

/** Paid money came back. */
export function payoutReturnedLegs(payout: PayoutMoney): Leg[] {
  return legs(
    [pspAccount(payout.provider_id), -payout.amount],
    [sellerAccount(payout.seller_id, "available"), payout.amount]
  )
}
