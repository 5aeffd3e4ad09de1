import { captureLegs, captureParentLegs } from "../postings/sales"
import { slicesOf, sumSlices, type Slices } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { lockOrders } from "../transaction"
import type { LineOrigin, Posted, Posting, PostingKey } from "../types"
import { postingKey } from "./check-posting"
import { findStandingPostings, paidOfAll, type Standing } from "./order-money"
import { postAll } from "./post"
import {
  ensureSettled,
  findSettledOrders,
  type SettledOrder,
} from "./settlement-rows"

/** What a payment service took; minor units. */
export type ParentCapture = {
  capture_id: string
  provider_id: string
  currency_code: string
  amount: bigint
}

export type OrderCapture = {
  capture_id: string
  order_id: string
  /** Minor units. */
  amount: bigint
  occurred_at?: Date
}

export type Captures = { parents: ParentCapture[]; captures: OrderCapture[] }

/**
 * Posts captures, all or none, with as many statements for many as for one.
 *
 * @param all - Each once; those of one order in the order in which they were made.
 * @returns one answer for each, the payments' first.
 */
export async function recordCaptures(
  context: PayoutContext,
  { parents, captures }: Captures
): Promise<Posted[]> {
  const found = captures.length ? await divideAll(context, captures) : []
  const fresh = found.flatMap((one) => ("legs" in one ? [one] : []))
  const posted = await postAll(context, [...parents.map(parentOf), ...fresh])
  const others = posted.slice(parents.length)
  return [
    ...posted.slice(0, parents.length),
    ...found.flatMap((one) => ("legs" in one ? (others.shift() ?? []) : [one])),
  ]
}

/** What stands already, or is to be posted. */
async function divideAll(
  context: PayoutContext,
  captures: OrderCapture[]
): Promise<(Standing | Posting)[]> {
  const ids = captures.map(({ order_id }) => order_id)
  await lockOrders(context, ids)
  const standing = await findStandingPostings(
    context,
    captures.map((one) => ({ ...keyOf(one), amount: -one.amount })),
    "unallocated"
  )
  const orders = await findSettledOrders(context, ids)
  const paid = await paidOfAll(context, ids)
  return captures.map((capture) => {
    const { order_id, amount, occurred_at } = capture
    const key = keyOf(capture)
    const stands = standing.get(postingKey(key))
    if (stands) {
      return stands
    }
    const before = paid.get(order_id) ?? 0n
    paid.set(order_id, before + amount)
    const order = ensureSettled(order_id, orders.get(order_id))
    const { seller_id, currency_code } = order
    const blocks = blocksOf(order.lines)
    const legs = captureLegs({ seller_id, blocks, amount, before })
    return { ...key, ...{ currency_code, order_id, occurred_at, legs } }
  })
}

function keyOf({ capture_id, order_id }: OrderCapture): PostingKey {
  return {
    ...({ kind: "capture", reference_type: "capture" } as const),
    ...{ reference_id: capture_id, part: order_id },
  }
}

function parentOf(capture: ParentCapture): Posting {
  const { capture_id, provider_id, currency_code, amount } = capture
  return {
    ...({ kind: "capture_parent", reference_type: "capture" } as const),
    ...{ reference_id: capture_id, currency_code },
    legs: captureParentLegs(provider_id, amount),
  }
}

/** In the order in which money pays them. */
export function blocksOf(lines: SettledOrder["lines"]): Slices[] {
  const of = (origin: LineOrigin) =>
    lines.filter((line) => line.origin === origin).map(slicesOf)
  return [sumSlices(of("placement")), ...of("change")]
}
