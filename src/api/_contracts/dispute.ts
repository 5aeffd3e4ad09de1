import { z } from "@medusajs/framework/zod"
import { disputeStatuses } from "../../modules/payout/types"
import { listQuery } from "./list-query"
import { amount, closedValues, reason } from "./money"

/** `POST /admin/disputes` */
export const OpenDispute = z.strictObject({
  order_id: z.string().trim().min(1).max(100),
  amount,
  /** The payment service's own name for the dispute. */
  provider_ref: z.string().trim().min(1).max(200),
  reason,
})
export type OpenDispute = z.infer<typeof OpenDispute>

/** `POST /admin/disputes/:id/fee` */
export const ChargeDisputeFee = z.strictObject({ amount })
export type ChargeDisputeFee = z.infer<typeof ChargeDisputeFee>

/** `status`, `order_id`, `seller_id`, `id`, `created_at`; newest first. */
export function disputeQuery(query: unknown) {
  const { limit, offset, values, ...period } = listQuery(query, [])
  return {
    ...{ limit, offset },
    ids: values("id"),
    order_ids: values("order_id"),
    seller_ids: values("seller_id"),
    statuses: closedValues("status", values("status"), disputeStatuses),
    from: period.created_from,
    to: period.created_to,
  }
}
