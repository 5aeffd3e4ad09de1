import { MedusaError } from "@medusajs/framework/utils"
import { allocate } from "../../../money/allocate"
import { proportion } from "../../../money/proportion"
import type { Liability, RefundCommissionPolicy } from "../../../options"
import type { Leg } from "../types"
import { legs, platformAccount, pspAccount, sellerAccount } from "./accounts"
import type { SettledLine, Slices } from "./settlement"
import { chargedOf, earningsOf, mapSlices, slicesOf } from "./settlement"

/** A line with what earlier refunds took of it already. */
export type RefundableLine = SettledLine & { before: Slices }

export type LineRefund = Slices & Pick<SettledLine, "line_type" | "line_id">

/**
 * Divides a refund over lines, by what is left to give back of each. Tax,
 * commission and discount go back cumulatively, so that they end exactly at
 * what was charged.
 *
 * @param lines - Those that the refund is for; without a choice all of the order.
 * @throws MedusaError INVALID_DATA when more comes back than the lines have left.
 */
export function divideRefund(
  amount: bigint,
  lines: RefundableLine[],
  policy: RefundCommissionPolicy
): LineRefund[] {
  const left = lines.map((line) => chargedOf(line) - line.before.amount)
  const most = left.reduce((total, one) => total + one, 0n)
  if (amount <= 0n || amount > most) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `A refund of ${amount} minor units does not fit: these lines have ${most} left`
    )
  }
  const parts = allocate(amount, left)
  return lines
    .map((line, index) => refundLine(line, parts[index] ?? 0n, policy))
    .filter((refund) => refund.amount !== 0n)
}

function refundLine(
  line: RefundableLine,
  amount: bigint,
  policy: RefundCommissionPolicy
): LineRefund {
  const whole = slicesOf(line)
  const kept = policy === "keep" ? ["commission", "commission_tax"] : []
  const slices = mapSlices((name) =>
    whole.amount === 0n || kept.includes(name)
      ? 0n
      : proportion(whole[name], line.before.amount + amount, whole.amount) -
        line.before[name]
  )
  const { line_type, line_id } = line
  return { ...slices, amount, line_type, line_id }
}

export type Refund = {
  provider_id: string
  seller_id: string | null
  /** The refund's lines added up. */
  refunded: Slices
  /** What of the order's earnings is still pending; the rest comes out of `available`. */
  pending_left: bigint
  liability: Liability
}

/** Money went back to a buyer. */
export function refundLegs(refund: Refund): Leg[] {
  const { refunded } = refund
  return legs(
    [pspAccount(refund.provider_id), refunded.amount],
    [platformAccount("tax_payable"), -refunded.tax],
    [platformAccount("commission"), -refunded.commission],
    [platformAccount("commission_tax"), -refunded.commission_tax],
    [platformAccount("promo_expense"), refunded.discount_platform],
    ...bearers(refund)
  )
}

function bearers({
  seller_id,
  refunded,
  pending_left,
  liability,
}: Refund): [ReturnType<typeof platformAccount>, bigint][] {
  const cost = earningsOf(refunded)
  if (!seller_id) {
    return [[platformAccount("own_sales"), -cost]]
  }
  const seller = bornBySeller(cost, liability)
  const pending = clamp(seller, pending_left)
  return [
    [sellerAccount(seller_id, "pending"), -pending],
    [sellerAccount(seller_id, "available"), -(seller - pending)],
    [platformAccount("loss"), -(cost - seller)],
  ]
}

/** The seller's part of a cost. */
export function bornBySeller(cost: bigint, liability: Liability): bigint {
  switch (liability) {
    case "seller":
      return cost
    case "platform":
      return 0n
    case "split":
      return proportion(cost, 1n, 2n)
  }
}

function clamp(cost: bigint, most: bigint): bigint {
  if (cost <= 0n || most <= 0n) {
    return 0n
  }
  return cost < most ? cost : most
}
