import { model } from "@medusajs/framework/utils"
import { adjustmentKinds, adjustmentStatuses } from "../types"

/** Money that an operator gives a seller, or takes, with the reason. */
export const LedgerAdjustment = model.define("ledger_adjustment", {
  id: model.id({ prefix: "ladj" }).primaryKey(),
  kind: model.enum([...adjustmentKinds]).default("adjustment"),
  seller_id: model.text(),
  order_id: model.text().nullable(),
  currency_code: model.text(),
  /** Above zero the seller gets it. */
  amount: model.text(),
  reason: model.text(),
  status: model.enum([...adjustmentStatuses]).default("proposed"),
  /** Large: a second person has to agree. */
  four_eyes: model.boolean(),
  created_by: model.text(),
  decided_by: model.text().nullable(),
  decided_at: model.dateTime().nullable(),
})
