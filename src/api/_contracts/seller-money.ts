import { z } from "@medusajs/framework/zod"
import { releaseConditions } from "../../options"
import { amount, currencyCode, reason } from "./money"

/** `POST /admin/sellers/:id/payout-hold`; `until: null` lets payouts go on. */
export const HoldPayouts = z.strictObject({
  until: z.iso.datetime({ offset: true }).nullable(),
  reason,
})
export type HoldPayouts = z.infer<typeof HoldPayouts>

/** `POST /admin/sellers/:id/payout-floor` */
export const SetPayoutFloor = z.strictObject({
  currency_code: currencyCode,
  floor: amount.nullable(),
  reason,
})
export type SetPayoutFloor = z.infer<typeof SetPayoutFloor>

const days = z.int().min(0).max(365).nullable().default(null)

/** `POST /admin/sellers/:id/release-terms`; what is `null` or absent is as the option says. */
export const SetReleaseTerms = z.strictObject({
  release_on: z.enum(releaseConditions).nullable().default(null),
  hold_days: days,
  reserve_percent: z
    .number()
    .min(0)
    .max(100)
    .multipleOf(0.01)
    .nullable()
    .default(null),
  reserve_days: days,
  reason,
})
export type SetReleaseTerms = z.infer<typeof SetReleaseTerms>

/** `POST /admin/sellers/:id/releases` */
export const ReleaseOrder = z.strictObject({
  order_id: z.string().trim().min(1).max(100),
  reason,
})
export type ReleaseOrder = z.infer<typeof ReleaseOrder>
