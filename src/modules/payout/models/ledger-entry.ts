import { model } from "@medusajs/framework/utils"

/** One leg of a transaction. `balance_after` and `account_version` chain an account's entries. */
export const LedgerEntry = model.define("ledger_entry", {
  id: model.id({ prefix: "lent" }).primaryKey(),
  transaction_id: model.text(),
  account_id: model.text(),
  amount: model.text(),
  balance_after: model.text(),
  account_version: model.text(),
})
