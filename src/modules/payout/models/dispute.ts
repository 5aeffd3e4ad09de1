import { model } from "@medusajs/framework/utils"
import { liabilities } from "../../../options"
import { disputeStatuses } from "../types"

/** A buyer's bank took an order's money back, or tries to. */
export const Dispute = model.define("dispute", {
  id: model.id({ prefix: "dsp" }).primaryKey(),
  order_id: model.text(),
  /** `null`: the operator's own goods. */
  seller_id: model.text().nullable(),
  currency_code: model.text(),
  amount: model.text(),
  /** What the payment service charges for it; it stays also when the dispute is won. */
  fee: model.text().default("0"),
  status: model.enum([...disputeStatuses]).default("opened"),
  /** The payment service that took the money. */
  provider_id: model.text(),
  /** Its own name for the dispute. */
  provider_ref: model.text().nullable(),
  /** Who bears it, as the option `disputeLiability` said when it was opened. */
  liability: model.enum([...liabilities]),
  reason: model.text(),
  created_by: model.text(),
  fee_by: model.text().nullable(),
  decided_by: model.text().nullable(),
  decided_at: model.dateTime().nullable(),
})
