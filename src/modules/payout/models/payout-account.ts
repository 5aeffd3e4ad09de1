import { model } from "@medusajs/framework/utils"
import { payoutSchedules } from "../payouts/period"
import { payoutAccountStatuses } from "../payouts/provider"

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
  schedule: model.enum([...payoutSchedules]).default("daily"),
  held_until: model.dateTime().nullable(),
  hold_reason: model.text().nullable(),
})
