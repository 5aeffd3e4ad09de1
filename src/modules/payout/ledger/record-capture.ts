import { captureLegs } from "../postings/sales"
import { slicesOf, sumSlices } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { lockOrders } from "../transaction"
import type { Posted, PostingKey } from "../types"
import { capturedOf, findStandingPosting } from "./order-money"
import { postOne } from "./post"
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
