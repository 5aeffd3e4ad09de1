import type { Client } from "../http"
import { expectedOrders, type Expected } from "./basket"
import type { Purchase } from "./shopper"

export type PlacedOrder = {
  id: string
  display_id: number
  status: string
  payment_status: string
  total: number
  tax_total: number
  item_total: number
  original_item_total: number
  shipping_total: number
  discount_total: number
  items: { variant_sku: string }[]
  payment_collections: { payments: Payment[] }[]
}

export type Payment = {
  id: string
  amount: number
  payment_collection_id: string
  captures?: { amount: number }[]
  refunds?: { amount: number }[]
}

const fields = [
  ...["id", "display_id", "status", "payment_status", "total", "tax_total"],
  ...["item_total", "original_item_total", "shipping_total", "discount_total"],
  ...["*items", "*payment_collections", "*payment_collections.payments"],
  "*payment_collections.payments.captures",
  "*payment_collections.payments.refunds",
].join(",")

/** The orders of a purchase as the operator sees them now, each with what it must come to. */
export async function readOrders(
  admin: Client,
  purchase: Purchase,
  country: string
): Promise<{ order: PlacedOrder; expected: Expected }[]> {
  const found = await Promise.all(
    purchase.orderIds.map((id) =>
      admin.get<{ order: PlacedOrder }>(`/admin/orders/${id}?fields=${fields}`)
    )
  )
  return expectedOrders(country).map((expected) => {
    const match = found.find(({ order }) =>
      order.items.some(({ variant_sku }) => expected.skus.includes(variant_sku))
    )
    if (!match) {
      throw new Error(`${expected.shop} got no order`)
    }
    return { order: match.order, expected }
  })
}

export const paymentOf = (order: PlacedOrder): Payment => {
  const payment = order.payment_collections.flatMap(
    ({ payments }) => payments
  )[0]
  if (!payment) {
    throw new Error(`Order ${order.display_id} has no payment`)
  }
  return payment
}

const euro = (amount: number) => amount.toFixed(2).padStart(9)

/** One line an order and a line for the set. */
export function printAccount(
  title: string,
  purchase: Purchase,
  orders: { order: PlacedOrder; expected: Expected }[]
): void {
  const head = ["items", "shipping", "discount", "total", "of it VAT"]
  console.log(`\n${title}`)
  console.log(
    `  ${"order".padEnd(28)}${head.map((name) => name.padStart(10)).join("")}   payment`
  )
  for (const { order, expected } of orders) {
    const figures = [
      order.original_item_total,
      order.shipping_total,
      -order.discount_total,
      order.total,
      order.tax_total,
    ]
    const { captures = [], refunds = [] } = paymentOf(order)
    const moved = [
      ...captures.map(({ amount }) => `captured ${amount.toFixed(2)}`),
      ...refunds.map(({ amount }) => `refunded ${amount.toFixed(2)}`),
    ]
    const said = [order.payment_status, ...moved].join(", ")
    console.log(
      `  ${`#${order.display_id} ${expected.shop}`.padEnd(28)} ${figures.map(euro).join(" ")}   ${said}`
    )
  }
  const { display_id } = purchase.orderSet
  const sum = orders.reduce((total, { order }) => total + order.total, 0)
  console.log(
    `  ${`order set ${display_id}`.padEnd(28)} ${" ".repeat(29)} ${euro(sum)}`
  )
}
