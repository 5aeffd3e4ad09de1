import { model } from "@medusajs/framework/utils"

/** A seller's month in one currency, numbered and frozen. */
export const SellerStatement = model.define("seller_statement", {
  id: model.id({ prefix: "stmt" }).primaryKey(),
  /** E.g. `2026-000042`; without gaps within a year. */
  number: model.text(),
  year: model.number(),
  sequence: model.number(),
  seller_id: model.text(),
  currency_code: model.text(),
  /** Digits after the decimal point of one minor unit. */
  scale: model.number(),
  /** A month in UTC, e.g. `2026-11`. */
  period: model.text(),
  opening: model.text(),
  closing: model.text(),
  content: model.json(),
  previous_hash: model.text().nullable(),
  /** SHA-256 of what the statement says, the previous one's hash included. */
  hash: model.text(),
  /** The operator who asked for it; `null`: the job. */
  created_by: model.text().nullable(),
})
