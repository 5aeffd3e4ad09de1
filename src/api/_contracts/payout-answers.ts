import { z } from "@medusajs/framework/zod"
import type { RunRow } from "../../modules/payout/payouts/runs"
import type {
  PayoutFound,
  PayoutItemFound,
} from "../../modules/payout/payouts/search"
import type {
  OpenLine,
  UnreportedPayout,
} from "../../modules/payout/payouts/reports"
import { fromMinorUnits, toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import { required } from "./texts"

/** `POST /admin/payouts/run` */
export const RunPayouts = z.strictObject({
  seller_id: z
    .string()
    .regex(/^sel_\w+$/)
    .optional(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase())
    .optional(),
})
export type RunPayouts = z.infer<typeof RunPayouts>

/** `POST /admin/payouts/:id/cancel`, `…/mark-failed` */
export const WithReason = z.strictObject({ reason: required(500) })
export type WithReason = z.infer<typeof WithReason>

/** `POST /admin/payouts/:id/mark-paid` */
export const MarkPayoutPaid = z.strictObject({ reference: required(200) })
export type MarkPayoutPaid = z.infer<typeof MarkPayoutPaid>

/** `POST /admin/payouts/files` */
export const MakePayoutFile = z.strictObject({
  provider_id: required(100),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase())
    .default("eur"),
})
export type MakePayoutFile = z.infer<typeof MakePayoutFile>

const reportLine = z
  .strictObject({
    line_id: required(200),
    payout_id: required(100).nullish(),
    reference: required(200).nullish(),
    status: z.enum(["paid", "failed", "returned"]).default("paid"),
    /** Major units. */
    amount: z.union([z.number(), z.string()]),
    currency_code: z
      .string()
      .regex(/^[a-z]{3}$/i)
      .transform((code) => code.toLowerCase()),
    booked_at: z.coerce.date(),
    reason: required(500).optional(),
  })
  .refine(
    ({ amount }) => /^\d{1,20}(\.\d{1,4})?$/.test(String(amount)),
    "Field 'amount' takes an amount in major units above zero"
  )
  .transform(({ payout_id, reference, amount, ...line }) => ({
    ...line,
    payout_id: payout_id ?? null,
    provider_ref: reference ?? null,
    amount: toMinorUnits(amount, minorDigits(line.currency_code)).toString(),
  }))
  .refine(({ amount }) => amount !== "0", "Field 'amount' is above zero")

/** `POST /admin/payouts/reconcile`: the provider's own report, or its lines. */
export const ReconcilePayouts = z
  .strictObject({
    provider_id: required(100),
    content: z.string().min(1).max(5_000_000).optional(),
    lines: z.array(reportLine).max(10_000).optional(),
  })
  .refine(
    ({ content, lines }) => (content === undefined) !== (lines === undefined),
    "Send either 'content' or 'lines'"
  )
export type ReconcilePayouts = z.infer<typeof ReconcilePayouts>

const major = (amount: string, scale: number) =>
  Number(fromMinorUnits(BigInt(amount), scale))

/** A payout as the operator reads it. Amounts are major units. */
export function presentPayout({ scale, amount, ...payout }: PayoutFound) {
  return { ...payout, amount: major(amount, scale) }
}

/** A payout as its seller reads it. `data` is where classic clients look for the provider's words. */
export function presentOwnPayout(payout: PayoutFound) {
  const { id, currency_code, status, reason, provider_ref, period } = payout
  return {
    ...{ id, currency_code, status, reason, period },
    amount: major(payout.amount, payout.scale),
    data: { status, reference_id: provider_ref },
    paid_at: payout.paid_at,
    created_at: payout.created_at,
    updated_at: payout.updated_at,
  }
}

/** The entries that a payout settled; they sum to zero with its own. */
export function presentItems(items: PayoutItemFound[], scale: number) {
  return items.map(({ amount, ...item }) => ({
    ...item,
    amount: major(amount, scale),
  }))
}

export function presentRun({ errors, ...run }: RunRow) {
  return { ...run, errors: errors ?? [] }
}

/** What does not fit, either way. */
export function presentUnmatched(open: {
  lines: OpenLine[]
  payouts: UnreportedPayout[]
}) {
  const inMajor = <T extends { amount: string; currency_code: string }>(
    row: T
  ) => ({
    ...row,
    amount: major(row.amount, minorDigits(row.currency_code)),
  })
  return {
    unmatched_lines: open.lines.map(inMajor),
    unreported_payouts: open.payouts.map(inMajor),
  }
}
