import { captureLegs } from "../postings/sales"
import { slicesOf, sumSlices, type Slices } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { lockOrders } from "../transaction"
import type { LineOrigin, Posted, PostingKey } from "../types"
import { findStandingPosting, paidOf } from "./order-money"
import { postOne } from "./post"
import { readSettledOrder, type SettledOrder } from "./settlement-rows"

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
  const before = await paidOf(context, order_id)
  const legs = captureLegs({
    seller_id,
    blocks: blocksOf(lines),
    amount,
    before,
  })
  return await postOne(context, {
    ...key,
    ...{ currency_code, order_id, occurred_at, legs },
  })
}

/** In the order in which money pays them. */
export function blocksOf(lines: SettledOrder["lines"]): Slices[] {
  const of = (origin: LineOrigin) =>
    lines.filter((line) => line.origin === origin).map(slicesOf)
  return [sumSlices(of("placement")), ...of("change")]
}
