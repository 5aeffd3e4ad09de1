import { model } from "@medusajs/framework/utils"

/** One turn of reserving payouts; its counters grow while it works. */
export const PayoutRun = model.define("payout_run", {
  id: model.id({ prefix: "prun" }).primaryKey(),
  /** Only this seller; `null`: all that are due. */
  seller_id: model.text().nullable(),
  created_by: model.text().nullable(),
  status: model.enum(["running", "done"]).default("running"),
  /** Sellers and currencies that were due when it began. */
  due: model.number().default(0),
  reserved: model.number().default(0),
  /** Due, but with too little to pay. */
  passed: model.number().default(0),
  failed: model.number().default(0),
  /** The first hundred that failed: `[{ seller_id, currency_code, error }]`. */
  errors: model.json().nullable(),
  finished_at: model.dateTime().nullable(),
})
