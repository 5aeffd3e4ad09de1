import { platformAccount } from "../postings/accounts"
import {
  divideRefund,
  freeSlices,
  refundLegs,
  type LineRefund,
  type RefundableLine,
} from "../postings/refunds"
import { creditLegs } from "../postings/sales"
import { sumSlices, type Slices } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { lockOrders } from "../transaction"
import type { Posted, PostingKey } from "../types"
import { creditLeftOf, findByKey, leftOf, paidOf } from "./order-money"
import { postOne } from "./post"
import { blocksOf } from "./record-capture"
import { withDue, type LineDue, type RefundPolicy } from "./record-refund"
import {
  keepAllocations,
  readSettledOrder,
  type SettledOrder,
} from "./settlement-rows"

export type OrderCredit = {
  order_id: string
  /** Minor units beyond the buyer's money; zero for an order that promotions of the platform made free. */
  amount: bigint
  occurred_at?: Date
}

export async function recordCredit(
  context: PayoutContext,
  { order_id, amount, occurred_at }: OrderCredit
): Promise<Posted> {
  await lockOrders(context, [order_id])
  const key = keyOf("credit", order_id, "")
  const standing = await findByKey(context, key)
  if (standing) {
    return standing
  }
  const order = await readSettledOrder(context, order_id)
  const legs = creditLegs({
    seller_id: order.seller_id,
    blocks: blocksOf(order.lines),
    before: await paidOf(context, order_id),
    amount,
  })
  const { currency_code } = order
  return await postOne(context, {
    ...key,
    ...{ currency_code, order_id, occurred_at, legs },
  })
}

export type CreditReturn = {
  order_id: string
  occurred_at?: Date
} & (
  | { reason: "canceled" }
  | {
      reason: "returned"
      due: LineDue[]
      /** What all refunds had taken of the order when `due` was found out. */
      refunded: bigint
    }
)

/** @returns nothing when nothing goes back, or a refund came in between. */
export async function recordCreditReturned(
  context: PayoutContext,
  back: CreditReturn,
  policy: RefundPolicy
): Promise<Posted | undefined> {
  const { order_id, reason, occurred_at } = back
  await lockOrders(context, [order_id])
  const part = reason === "returned" ? `returned ${back.refunded}` : reason
  const key = keyOf("credit_returned", order_id, part)
  const standing = await findByKey(context, key)
  if (standing) {
    return standing
  }
  const order = await readSettledOrder(context, order_id)
  if (reason === "returned" && refundedOf(order.lines) !== back.refunded) {
    return undefined
  }
  const { refunds, free } = await divideBack(context, back, { order, policy })
  const legs = refundLegs({
    ...{ source: platformAccount("credit"), seller_id: order.seller_id },
    refunded: sumSlices([...refunds, ...free]),
    pending_left: await leftOf(context, order_id, "pending"),
    liability: policy.liability,
  })
  if (!legs.length) {
    return undefined
  }
  const refund_id = `${order_id} ${part}`
  const of = { refund_id, order_id, policy: policy.commission.policy }
  await keepAllocations(context, of, refunds)
  const { currency_code } = order
  return await postOne(context, {
    ...key,
    ...{ currency_code, order_id, occurred_at, legs },
  })
}

/** What goes back of each line, and of lines that cost the buyer nothing. */
async function divideBack(
  context: PayoutContext,
  back: CreditReturn,
  { order, policy }: { order: SettledOrder; policy: RefundPolicy }
): Promise<{ refunds: LineRefund[]; free: Slices[] }> {
  const { order_id } = back
  const due = back.reason === "returned" ? back.due : undefined
  const left = await creditLeftOf(context, order_id)
  const amount = due ? least(left, dueTotal(due)) : left
  const refunds =
    amount > 0n
      ? divideRefund(amount, withDue(order.lines, due), policy.commission)
      : []
  const paid = await paidOf(context, order_id)
  return {
    refunds,
    free: due ? [] : [freeSlices(order.lines, paid, policy.commission)],
  }
}

function keyOf(
  kind: "credit" | "credit_returned",
  order_id: string,
  part: string
): PostingKey & { part: string } {
  return { kind, reference_type: "order", reference_id: order_id, part }
}

/** What refunds took of lines so far. */
export function refundedOf(lines: Pick<RefundableLine, "before">[]): bigint {
  return lines.reduce((total, { before }) => total + before.amount, 0n)
}

function dueTotal(due: LineDue[]): bigint {
  return due.reduce((total, one) => total + one.amount, 0n)
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
