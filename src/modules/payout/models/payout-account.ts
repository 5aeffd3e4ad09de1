import { model } from "@medusajs/framework/utils"
import { payoutSchedules } from "../payouts/period"
import { payoutAccountStatuses } from "../../../payout-provider"

/** Where a seller is paid, and whether the provider lets it be. */
export const PayoutAccount = model.define("payout_account", {
  id: model.id({ prefix: "pacc" }).primaryKey(),
  seller_id: model.text(),
  provider_id: model.text(),
  /** The provider's own name for the account; never taken from a seller's request. */
  provider_account_id: model.text().nullable(),
  status: model.enum([...payoutAccountStatuses]).default("pending"),
  /** What the provider still wants, in its words. */
  requirements: model.json().nullable(),
  /** What the seller said of itself: country, holder, and what its provider asked for. */
  context: model.json().nullable(),
  /** What a transfer needs beside the id, as the provider said. */
  data: model.json().nullable(),
  /** The last page, or words, that the provider sent the seller to. */
  onboarding: model.json().nullable(),
  /** Counts the accounts that were opened, so that each has an idempotency key. */
  revision: model.number().default(1),
  /** When the provider said so; older news change nothing. */
  state_at: model.dateTime().nullable(),
  /** The seller took it away: it is not paid, and does not see it. */
  removed_at: model.dateTime().nullable(),
  /** Major units; less waits. Raises the marketplace's own minimum. */
  minimum: model.text().nullable(),
  schedule: model.enum([...payoutSchedules]).default("daily"),
  held_until: model.dateTime().nullable(),
  hold_reason: model.text().nullable(),
})
