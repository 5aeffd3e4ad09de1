import type { BigNumberInput, OrderDetailDTO } from "@medusajs/framework/types"
import { MathBN, OrderStatus } from "@medusajs/framework/utils"
import {
  getLastFulfillmentStatus,
  getLastPaymentStatus,
} from "@medusajs/medusa/core-flows"

/** The part of an order that the set's status and totals are derived from. */
export type SetOrder = {
  id: string
  status: string
  currency_code: string
  payment_collections?: object[]
  fulfillments?: object[]
  items?: object[]
} & { [Total in SetTotal]?: BigNumberInput }

const setTotals = [
  "total",
  "subtotal",
  "item_total",
  "item_subtotal",
  "item_tax_total",
  "shipping_total",
  "shipping_subtotal",
  "shipping_tax_total",
  "tax_total",
  "discount_total",
] as const
type SetTotal = (typeof setTotals)[number]

export type OrderSetSummary = {
  status: "pending" | "completed" | "canceled" | "requires_action"
  payment_status: string
  fulfillment_status: string
} & Record<SetTotal, number>

/**
 * What a buyer is told about a set, derived from its orders and kept nowhere:
 *
 * - `status`: `canceled` when every order is, `completed` when every order that
 *   is not canceled is completed or archived, `requires_action` when any order
 *   does, else `pending`.
 * - `payment_status` and `fulfillment_status`: Medusa's own rule for one order,
 *   over the payment collections, fulfilments and items of all orders together:
 *   one of two orders captured is `partially_captured`.
 * - totals: the sums over all orders, in major units; `subtotal` is the total
 *   without tax, as storefronts of marketplaces show it.
 */
export function summarizeOrderSet(orders: SetOrder[]): OrderSetSummary {
  return {
    status: statusOf(orders),
    payment_status: paymentStatus(orders),
    fulfillment_status: fulfillmentStatus(orders),
    ...totalsOf(orders),
  }
}

/** Medusa's payment status of one order, or of several as if they were one. */
export function paymentStatus(orders: SetOrder[]): string {
  return getLastPaymentStatus(asOne(orders))
}

/** Medusa's fulfilment status of one order, or of several as if they were one. */
export function fulfillmentStatus(orders: SetOrder[]): string {
  return getLastFulfillmentStatus(asOne(orders))
}

function statusOf(orders: SetOrder[]): OrderSetSummary["status"] {
  const canceled: string = OrderStatus.CANCELED
  const open = orders.filter(({ status }) => status !== canceled)
  if (!open.length) {
    return orders.length ? "canceled" : "pending"
  }
  const done: string[] = [OrderStatus.COMPLETED, OrderStatus.ARCHIVED]
  if (open.every(({ status }) => done.includes(status))) {
    return "completed"
  }
  const stuck: string = OrderStatus.REQUIRES_ACTION
  return open.some(({ status }) => status === stuck)
    ? "requires_action"
    : "pending"
}

function asOne(orders: SetOrder[]): OrderDetailDTO {
  const one = {
    currency_code: orders[0]?.currency_code ?? "",
    payment_collections: orders.flatMap((o) => o.payment_collections ?? []),
    fulfillments: orders.flatMap((o) => o.fulfillments ?? []),
    items: orders.flatMap((o) => o.items ?? []),
  }
  // Medusa's two functions read these four keys of an order and no other (2.21).
  return one as unknown as OrderDetailDTO
}

function totalsOf(orders: SetOrder[]): Record<SetTotal, number> {
  const sum = (total: SetTotal) =>
    MathBN.sum(0, ...orders.map((order) => order[total] ?? 0))
  const sums = setTotals.map((total) => [total, sum(total).toNumber()])
  return {
    ...Object.fromEntries(sums),
    subtotal: MathBN.sub(sum("total"), sum("tax_total")).toNumber(),
  }
}
