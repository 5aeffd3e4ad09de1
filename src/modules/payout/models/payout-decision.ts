import { model } from "@medusajs/framework/utils"

export const payoutDecisions = [
  "hold",
  "end_hold",
  "floor",
  "release_terms",
] as const

/** What an operator decided about a seller's money beside the ledger: who, why, and what it says. */
export const PayoutDecision = model.define("payout_decision", {
  id: model.id({ prefix: "pdec" }).primaryKey(),
  seller_id: model.text(),
  kind: model.enum([...payoutDecisions]),
  reason: model.text(),
  details: model.json(),
  created_by: model.text(),
})
