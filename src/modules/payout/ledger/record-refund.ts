import { MedusaError } from "@medusajs/framework/utils"
import type { Liability } from "../../../options"
import { pspAccount } from "../postings/accounts"
import { disputeLegs } from "../postings/corrections"
import type { CommissionReversal, RefundableLine } from "../postings/refunds"
import { divideRefund, refundLegs } from "../postings/refunds"
import type { SettledLine } from "../postings/settlement"
import { sumSlices } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { lockOrders } from "../transaction"
import type { Posted } from "../types"
import { findStandingPosting, leftOf } from "./order-money"
import { postOne } from "./post"
import type { SettledOrder } from "./settlement-rows"
import { keepAllocations, readSettledOrder } from "./settlement-rows"

/** What is due for a line's goods that came back; minor units. */
export type LineDue = Pick<SettledLine, "line_type" | "line_id"> & {
  amount: bigint
}

export type OrderRefund = {
  refund_id: string
  order_id: string
  /** The payment service that paid the buyer back. */
  provider_id: string
  /** Minor units. */
  amount: bigint
  /** Only these lines; without it the refund is divided over the whole order. */
  lines?: Pick<SettledLine, "line_type" | "line_id">[]
  /** What the buyer sent back or never got, in minor units by line: the refund is for that first. */
  due?: LineDue[]
  occurred_at?: Date
}

export type RefundPolicy = {
  commission: CommissionReversal
  liability: Liability
}

export async function recordRefund(
  context: PayoutContext,
  refund: OrderRefund,
  policy: RefundPolicy
): Promise<Posted> {
  const { refund_id, order_id, provider_id, amount, occurred_at } = refund
  await lockOrders(context, [order_id])
  const key = {
    ...({ kind: "refund", reference_type: "refund" } as const),
    ...{ reference_id: refund_id, part: order_id },
  }
  const standing = await findStandingPosting(context, key, {
    account: "psp",
    amount,
  })
  if (standing) {
    return standing
  }
  const order = await readSettledOrder(context, order_id)
  const lines = withDue(chosenLines(order, refund), refund.due)
  const refunds = divideRefund(amount, lines, policy.commission)
  await keepAllocations(
    context,
    { refund_id, order_id, policy: policy.commission.policy },
    refunds
  )
  const { seller_id, currency_code } = order
  const legs = refundLegs({
    ...{ source: pspAccount(provider_id), seller_id },
    liability: policy.liability,
    refunded: sumSlices(refunds),
    pending_left: await leftOf(context, order_id, "pending"),
  })
  return await postOne(context, {
    ...key,
    ...{ currency_code, order_id, occurred_at, legs },
  })
}

/** Lines with what is due for each. */
export function withDue(
  lines: RefundableLine[],
  due: LineDue[] = []
): RefundableLine[] {
  return lines.map((line) => {
    const one = due.find(
      ({ line_type, line_id }) =>
        line_type === line.line_type && line_id === line.line_id
    )
    return { ...line, due: one?.amount }
  })
}

function chosenLines(
  order: SettledOrder,
  { order_id, lines: chosen }: OrderRefund
): RefundableLine[] {
  const { lines } = order
  if (!chosen) {
    return lines
  }
  return chosen.map(({ line_type, line_id }) => {
    const line = lines.find(
      (one) => one.line_type === line_type && one.line_id === line_id
    )
    if (!line) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order ${order_id} has no settlement line for ${line_type} ${line_id}`
      )
    }
    return line
  })
}

export type DisputeEvent = {
  dispute_id: string
  /** A lost dispute moves nothing: the money is gone since it was opened. */
  event: "opened" | "fee" | "won"
  order_id: string
  provider_id: string
  /** Minor units that the payment service took, or for `won` gave back. */
  amount: bigint
  occurred_at?: Date
  created_by?: string
  note?: string
}

export async function recordDispute(
  context: PayoutContext,
  dispute: DisputeEvent,
  liability: Liability
): Promise<Posted> {
  const { dispute_id, event, order_id, provider_id } = dispute
  const { occurred_at, created_by, note } = dispute
  const order = await readSettledOrder(context, order_id)
  const amount = event === "won" ? -dispute.amount : dispute.amount
  return await postOne(context, {
    kind: `dispute_${event}`,
    reference_type: "dispute",
    reference_id: dispute_id,
    currency_code: order.currency_code,
    ...{ order_id, occurred_at, created_by, note },
    legs: disputeLegs({
      ...{ provider_id, seller_id: order.seller_id, amount, liability },
    }),
  })
}
