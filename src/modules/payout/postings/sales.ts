import { proportion } from "../../../money/proportion"
import type { Leg } from "../types"
import {
  earningsAccount,
  legs,
  platformAccount,
  pspAccount,
  sellerAccount,
} from "./accounts"
import type { Slices } from "./settlement"
import { earningsOf, mapSlices } from "./settlement"

/** The buyer's payment was captured, for all orders of a set together. */
export function captureParentLegs(providerId: string, total: bigint): Leg[] {
  return legs(
    [pspAccount(providerId), -total],
    [platformAccount("unallocated"), total]
  )
}

export type CapturedShare = {
  /** `null`: the operator's own goods. */
  seller_id: string | null
  /**
   * The order's settlement lines in the order in which money pays them: those of
   * the placement together, then each that a change added.
   */
  blocks: Slices[]
  amount: bigint
  /** What was captured of this order, and paid by credit, before. */
  before: bigint
}

/**
 * An order's captured money, divided. Captures in parts reach the whole
 * commission and tax exactly; what is captured above the lines is the seller's.
 */
export function captureLegs(share: CapturedShare): Leg[] {
  const part = { ...capturedSlices(share), amount: share.amount }
  return dividedLegs("unallocated", share.seller_id, part)
}

/**
 * What an order costs beyond its buyer's money, divided in the same way: the
 * platform pays it, by store credit and gift cards, or by promotions that made
 * the whole order free.
 */
export function creditLegs(share: CapturedShare): Leg[] {
  const [placement] = share.blocks
  const part =
    placement?.amount === 0n
      ? placement
      : { ...capturedSlices(share), amount: share.amount }
  return dividedLegs("credit", share.seller_id, part)
}

function dividedLegs(
  from: "unallocated" | "credit",
  seller_id: string | null,
  part: Slices
): Leg[] {
  return legs(
    [platformAccount(from), -part.amount],
    [earningsAccount(seller_id), earningsOf(part)],
    [platformAccount("commission"), part.commission],
    [platformAccount("commission_tax"), part.commission_tax],
    [platformAccount("tax_payable"), part.tax],
    [platformAccount("promo_expense"), -part.discount_platform]
  )
}

/** Lines that come later never change what earlier captures paid. */
function capturedSlices({ blocks, amount, before }: CapturedShare): Slices {
  return mapSlices(
    (name) =>
      paidUpTo(blocks, name, before + amount) - paidUpTo(blocks, name, before)
  )
}

function paidUpTo(
  blocks: Slices[],
  name: keyof Slices,
  captured: bigint
): bigint {
  let left = captured
  let paid = 0n
  for (const block of blocks) {
    const part = left < block.amount ? left : block.amount
    left -= part
    paid +=
      block.amount === 0n ? 0n : proportion(block[name], part, block.amount)
  }
  return paid
}

/** A share that nobody will capture any more went back to the buyer from the captured payment. */
export function shareCancelledLegs(providerId: string, share: bigint): Leg[] {
  return legs(
    [platformAccount("unallocated"), -share],
    [pspAccount(providerId), share]
  )
}

/** Earnings become payable. */
export function releaseLegs(sellerId: string, amount: bigint): Leg[] {
  return legs(
    [sellerAccount(sellerId, "pending"), -amount],
    [sellerAccount(sellerId, "available"), amount]
  )
}

/** Payable money is kept back for a while; a negative amount frees it again. */
export function reserveLegs(sellerId: string, amount: bigint): Leg[] {
  return legs(
    [sellerAccount(sellerId, "available"), -amount],
    [sellerAccount(sellerId, "reserved"), amount]
  )
}
