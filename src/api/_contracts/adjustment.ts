import { z } from "@medusajs/framework/zod"
import { adjustmentKinds, adjustmentStatuses } from "../../modules/payout/types"
import { listQuery } from "./list-query"
import { amount, closedValues, currencyCode, reason } from "./money"

/** `POST /admin/sellers/:id/adjustments` */
export const AdjustBalance = z.strictObject({
  kind: z.enum(adjustmentKinds).default("adjustment"),
  currency_code: currencyCode,
  /** Above zero the seller gets it. */
  amount,
  reason,
  order_id: z.string().trim().min(1).max(100).optional(),
})
export type AdjustBalance = z.infer<typeof AdjustBalance>

/** `status`, `kind`, `seller_id`, `id`, `created_at`; newest first. */
export function adjustmentQuery(query: unknown) {
  const { limit, offset, values, ...period } = listQuery(query, [])
  return {
    ...{ limit, offset },
    ids: values("id"),
    seller_ids: values("seller_id"),
    statuses: closedValues("status", values("status"), adjustmentStatuses),
    kinds: closedValues("kind", values("kind"), adjustmentKinds),
    from: period.created_from,
    to: period.created_to,
  }
}
