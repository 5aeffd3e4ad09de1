import { model } from "@medusajs/framework/utils"
import { accountTypes, ownerTypes } from "../types"

/**
 * What the platform owes an owner in one currency, in minor units. The columns
 * of amounts are `numeric` and `bigint` in the migration: text here keeps them
 * exact on their way to `BigInt`.
 */
export const LedgerAccount = model.define("ledger_account", {
  id: model.id({ prefix: "lacc" }).primaryKey(),
  owner_type: model.enum([...ownerTypes]),
  owner_id: model.text(),
  type: model.enum([...accountTypes]),
  currency_code: model.text(),
  /** Digits after the decimal point of one minor unit. */
  scale: model.number(),
  balance: model.text().default("0"),
  /** Grows by one with each entry. */
  version: model.text().default("0"),
  /** Below this a seller is not paid, in any currency. */
  floor: model.text().nullable(),
})
