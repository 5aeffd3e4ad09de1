import { MedusaError } from "@medusajs/framework/utils"
import { allocate } from "../../../money/allocate"
import { proportion } from "../../../money/proportion"
import type { Liability, RefundCommissionPolicy } from "../../../options"
import type { AccountRef, Leg } from "../types"
import { legs, platformAccount, sellerAccount } from "./accounts"
import type { SettledLine, Slices } from "./settlement"
import {
  chargedOf,
  earningsOf,
  mapSlices,
  slicesOf,
  sumSlices,
} from "./settlement"

/** A line with what earlier refunds took of it already. */
export type RefundableLine = SettledLine & {
  before: Slices
  /** What of it the buyer sent back or never got and was not refunded yet; minor units. */
  due?: bigint
}

export type CommissionReversal = {
  policy: RefundCommissionPolicy
  /** What `proportional_minus_fee` keeps, in basis points. */
  keptBasisPoints: bigint
}

export type LineRefund = Slices & Pick<SettledLine, "line_type" | "line_id">

/**
 * Divides a refund over lines: first over what is due for goods that came back,
 * the rest by what is left to give back of each. Tax, commission and discount go
 * back cumulatively, so that they end exactly at what was charged.
 *
 * @param lines - Those that the refund is for; without a choice all of the order.
 * @throws MedusaError INVALID_DATA when more comes back than the lines have left.
 */
export function divideRefund(
  amount: bigint,
  lines: RefundableLine[],
  reversal: CommissionReversal
): LineRefund[] {
  const left = lines.map((line) => chargedOf(line) - line.before.amount)
  const most = left.reduce((total, one) => total + one, 0n)
  if (amount <= 0n || amount > most) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `A refund of ${amount} minor units does not fit: these lines have ${most} left`
    )
  }
  const parts = partsOf(amount, lines, left)
  return lines
    .map((line, index) => refundLine(line, parts[index] ?? 0n, reversal))
    .filter((refund) => refund.amount !== 0n)
}

/**
 * What goes back of lines that cost the buyer nothing, once their order came to
 * nothing: no refund can reach them.
 *
 * @param paid - What of the order's lines was paid for, by money and credit.
 */
export function freeSlices(
  lines: SettledLine[],
  paid: bigint,
  reversal: CommissionReversal
): Slices {
  const whole = lines.reduce((total, line) => total + chargedOf(line), 0n)
  const free = sumSlices(
    lines.filter((line) => chargedOf(line) === 0n).map(slicesOf)
  )
  return mapSlices((name) => {
    const kept = isCommission(name) ? keptOf(reversal) : 0n
    const back = free[name] * (WHOLE - kept)
    return whole === 0n
      ? proportion(back, 1n, WHOLE)
      : proportion(back, paid < whole ? paid : whole, whole * WHOLE)
  })
}

function partsOf(
  amount: bigint,
  lines: RefundableLine[],
  left: bigint[]
): bigint[] {
  const due = lines.map((line, index) =>
    clamp(line.due ?? 0n, left[index] ?? 0n)
  )
  const dueTotal = due.reduce((total, one) => total + one, 0n)
  const first = amount < dueTotal ? amount : dueTotal
  const returned = split(first, due)
  const others = split(
    amount - first,
    left.map((one, index) => one - (returned[index] ?? 0n))
  )
  return returned.map((part, index) => part + (others[index] ?? 0n))
}

function split(amount: bigint, weights: bigint[]): bigint[] {
  return amount === 0n ? weights.map(() => 0n) : allocate(amount, weights)
}

function refundLine(
  line: RefundableLine,
  amount: bigint,
  reversal: CommissionReversal
): LineRefund {
  const whole = slicesOf(line)
  const slices = mapSlices((name) => {
    const kept = isCommission(name) ? keptOf(reversal) : 0n
    if (whole.amount === 0n || kept === WHOLE) {
      return 0n
    }
    const back = proportion(
      whole[name] * (WHOLE - kept),
      line.before.amount + amount,
      whole.amount * WHOLE
    )
    const now = back - line.before[name]
    // Below zero after a change of policy: nothing is charged again.
    return now > 0n ? now : 0n
  })
  const { line_type, line_id } = line
  return { ...slices, amount, line_type, line_id }
}

/** All of a commission, in basis points. */
const WHOLE = 10_000n

function isCommission(name: keyof Slices): boolean {
  return name === "commission" || name === "commission_tax"
}

function keptOf({ policy, keptBasisPoints }: CommissionReversal): bigint {
  switch (policy) {
    case "proportional":
      return 0n
    case "keep":
      return WHOLE
    case "proportional_minus_fee":
      return keptBasisPoints
  }
}

export type Refund = {
  /** Whose money went back: a payment service's, or the platform's credit. */
  source: AccountRef
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
    [refund.source, refunded.amount],
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
