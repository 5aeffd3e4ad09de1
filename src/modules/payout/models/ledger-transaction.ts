import { model } from "@medusajs/framework/utils"
import { postingKinds } from "../types"

/** One event of money, written once and never changed. */
export const LedgerTransaction = model.define("ledger_transaction", {
  id: model.id({ prefix: "ltx" }).primaryKey(),
  kind: model.enum([...postingKinds]),
  reference_type: model.text(),
  reference_id: model.text(),
  part: model.text().default(""),
  currency_code: model.text(),
  /** Of the legs: the same key with other legs is an error, not a repeat. */
  fingerprint: model.text(),
  order_id: model.text().nullable(),
  reverses_id: model.text().nullable(),
  occurred_at: model.dateTime(),
  created_by: model.text().nullable(),
  approved_by: model.text().nullable(),
  note: model.text().nullable(),
})
