import { model } from "@medusajs/framework/utils"
import { payoutStatuses } from "../payouts/transitions"

/** One transfer to a seller. `attempt` is the fence: whoever claimed it last may record what came of it. */
export const Payout = model.define("payout", {
  id: model.id({ prefix: "pout" }).primaryKey(),
  seller_id: model.text(),
  currency_code: model.text(),
  /** Digits after the decimal point of the amount's unit. */
  scale: model.number(),
  amount: model.text(),
  status: model.enum([...payoutStatuses]).default("reserved"),
  provider_id: model.text(),
  /** Where the money goes, as the provider knows it, frozen when it was reserved. */
  provider_account_id: model.text().nullable(),
  /** What the provider needs beside the id, frozen too. */
  account_data: model.json().nullable(),
  provider_ref: model.text().nullable(),
  idempotency_key: model.text(),
  attempt: model.number().default(0),
  first_sent_at: model.dateTime().nullable(),
  lease_until: model.dateTime().nullable(),
  /** When the provider is asked again about a `submitted` or `unknown` one. */
  next_check_at: model.dateTime().nullable(),
  /** The seller's schedule makes one payout a period, e.g. `2026-W48`. */
  period: model.text(),
  /** The last entry of `available` that it swept. */
  through_version: model.text(),
  reason: model.text().nullable(),
  created_by: model.text().nullable(),
  run_id: model.text().nullable(),
  /** The bank's file that orders it. */
  file_id: model.text().nullable(),
  /** The operator who said what became of it. */
  settled_by: model.text().nullable(),
  paid_at: model.dateTime().nullable(),
})
