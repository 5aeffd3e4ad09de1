import { model } from "@medusajs/framework/utils"

/** An entry that a payout settled. An entry is settled once, for ever. */
export const PayoutItem = model.define("payout_item", {
  entry_id: model.text().primaryKey(),
  payout_id: model.text(),
  amount: model.text(),
})
