import { z } from "@medusajs/framework/zod"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { PayoutAccount } from "../../modules/payout/models/payout-account"
import { httpUrl, required, time } from "./texts"

const schedules = ["daily", "weekly", "biweekly", "monthly", "manual"] as const

const schedule = z.enum(schedules).optional()

/** Major units as a number or text; null takes the marketplace's own. */
const minimum = z
  .union([z.number(), z.string()])
  .refine(
    (value) => /^\d{1,9}(\.\d{1,3})?$/.test(String(value)),
    "Field 'minimum' takes an amount in major units"
  )
  .transform(String)
  .nullish()

/** Ids, keys and status of an account are the provider's to say: no body names them. */
const context = z.strictObject({
  country: z
    .string()
    .trim()
    .regex(/^[a-z]{2}$/i)
    .transform((code) => code.toUpperCase())
    .optional(),
  account_holder: required(70).optional(),
  iban: z
    .string()
    .max(60)
    .transform((text) => text.replace(/\s/g, "").toUpperCase())
    .optional(),
  bic: z
    .string()
    .max(20)
    .transform((text) => text.replace(/\s/g, "").toUpperCase())
    .optional(),
  details: z.record(z.string().max(60), z.string().max(500)).optional(),
})

/** `POST /vendor/payout-account` */
export const OpenPayoutAccount = z.strictObject({
  context: context.optional(),
  schedule,
  minimum,
})
export type OpenPayoutAccount = z.infer<typeof OpenPayoutAccount>

/** `POST /vendor/payout-account/onboarding` */
export const StartPayoutOnboarding = z.strictObject({
  context: z
    .strictObject({
      refresh_url: httpUrl.optional(),
      return_url: httpUrl.optional(),
    })
    .optional(),
})
export type StartPayoutOnboarding = z.infer<typeof StartPayoutOnboarding>

/** `POST /admin/sellers/:id/payout-account` */
export const ConfigurePayoutAccount = z.strictObject({
  provider_id: required(100).optional(),
  schedule,
  minimum,
  held_until: time,
  hold_reason: required(500).nullish(),
})
export type ConfigurePayoutAccount = z.infer<typeof ConfigurePayoutAccount>

/** What classic clients know as the account's status; `provider_status` is finer. */
const classicStatus = {
  pending: "pending",
  restricted: "pending",
  active: "active",
  disabled: "disabled",
} as const

/** An account as its seller and the operator read it. */
export function presentPayoutAccount(row: InferTypeOf<typeof PayoutAccount>) {
  const { provider_account_id, status, onboarding, requirements } = row
  return {
    id: row.id,
    seller_id: row.seller_id,
    provider_id: row.provider_id,
    reference_id: provider_account_id,
    status: classicStatus[status],
    provider_status: status,
    requirements: requirements ?? [],
    data: row.data ?? {},
    context: row.context ?? {},
    ...(onboarding && { onboarding: { data: onboarding } }),
    schedule: row.schedule,
    minimum: row.minimum === null ? null : Number(row.minimum),
    held_until: row.held_until,
    hold_reason: row.hold_reason,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}
