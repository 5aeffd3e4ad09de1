import { captureLegs, releaseLegs, reserveLegs } from "../postings/sales"
import { slicesOf, sumSlices } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { lockOrders } from "../transaction"
import type { Posted, PostingKey } from "../types"
import { capturedOf, findStandingPosting, leftOf } from "./order-money"
import { postAll, postOne } from "./post"
import { readSettledOrder } from "./settlement-rows"

export type OrderCapture = {
  capture_id: string
  order_id: string
  /** Minor units. */
  amount: bigint
  occurred_at?: Date
}

export async function recordCapture(
  context: PayoutContext,
  { capture_id, order_id, amount, occurred_at }: OrderCapture
): Promise<Posted> {
  await lockOrders(context, [order_id])
  const key: PostingKey = {
    kind: "capture",
    reference_type: "capture",
    reference_id: capture_id,
    part: order_id,
  }
  const standing = await findStandingPosting(context, key, {
    account: "unallocated",
    amount: -amount,
  })
  if (standing) {
    return standing
  }
  const { seller_id, currency_code, lines } = await readSettledOrder(
    context,
    order_id
  )
  const before = await capturedOf(context, order_id)
  const order = sumSlices(lines.map(slicesOf))
  const legs = captureLegs({ seller_id, order, amount, before })
  return await postOne(context, {
    ...key,
    ...{ currency_code, order_id, occurred_at, legs },
  })
}

export type EarningsRelease = {
  order_id: string
  /** What made them payable, e.g. the id of a fulfilment. */
  part: string
  /** Minor units; without it all that is pending of the order. */
  amount?: bigint
  /** Basis points of the released amount that are kept back for a while. */
  reserveBasisPoints?: number
}

/** @returns nothing when the order has nothing pending. */
export async function releaseEarnings(
  context: PayoutContext,
  { order_id, part, amount, reserveBasisPoints = 0 }: EarningsRelease
): Promise<Posted | undefined> {
  await lockOrders(context, [order_id])
  const key = {
    kind: "release",
    reference_type: "order",
    reference_id: order_id,
    part,
  } as const
  const standing = await findStandingPosting(context, key, {
    account: "available",
  })
  if (standing) {
    return standing
  }
  const { seller_id, currency_code } = await readSettledOrder(context, order_id)
  const left = await leftOf(context, order_id, "pending")
  const released = amount !== undefined && amount < left ? amount : left
  if (!seller_id || released <= 0n) {
    return undefined
  }
  const held = (released * BigInt(reserveBasisPoints)) / 10_000n
  const base = { currency_code, order_id }
  const [posted] = await postAll(context, [
    { ...key, ...base, legs: releaseLegs(seller_id, released) },
    ...(held > 0n
      ? [
          {
            ...key,
            ...base,
            kind: "reserve_hold" as const,
            legs: reserveLegs(seller_id, held),
          },
        ]
      : []),
  ])
  return posted
}

/** @returns nothing when that release kept nothing back. */
export async function freeReserve(
  context: PayoutContext,
  { order_id, part }: Pick<EarningsRelease, "order_id" | "part">
): Promise<Posted | undefined> {
  await lockOrders(context, [order_id])
  const key = { reference_type: "order", reference_id: order_id, part }
  const { seller_id, currency_code } = await readSettledOrder(context, order_id)
  const hold = await findStandingPosting(
    context,
    { ...key, kind: "reserve_hold" },
    { account: "reserved" }
  )
  if (!seller_id || !hold) {
    return undefined
  }
  return await postOne(context, {
    ...key,
    kind: "reserve_free",
    currency_code,
    order_id,
    legs: reserveLegs(seller_id, -hold.amount),
  })
}
