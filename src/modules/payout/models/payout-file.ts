import { model } from "@medusajs/framework/utils"

/** An order to a bank; its content follows from the payouts that name it. */
export const PayoutFile = model.define("payout_file", {
  id: model.id({ prefix: "pfil" }).primaryKey(),
  provider_id: model.text(),
  created_by: model.text().nullable(),
  payouts: model.number(),
  /** Where Medusa's File module keeps it; `null` until it is stored. */
  stored_as: model.text().nullable(),
  filename: model.text().nullable(),
})
