import type { PaymentDTO } from "@medusajs/framework/types"

/** What an auto-capturing provider took already, booked on a single order as Medusa does; shares book their own. */
export function capturesOf(payment: PaymentDTO | null, orderIds: string[]) {
  const [order_id] = orderIds
  return order_id && orderIds.length === 1
    ? (payment?.captures ?? []).map((capture) => ({
        order_id,
        amount: capture.raw_amount ?? capture.amount,
        currency_code: payment?.currency_code ?? "",
        reference: "capture",
        reference_id: capture.id,
      }))
    : []
}
