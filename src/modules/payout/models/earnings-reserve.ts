import { model } from "@medusajs/framework/utils"

/** What one release kept back, and when it is free. */
export const EarningsReserve = model.define("earnings_reserve", {
  id: model.id({ prefix: "ersv" }).primaryKey(),
  order_id: model.text(),
  /** The release's part. */
  part: model.text(),
  seller_id: model.text(),
  currency_code: model.text(),
  amount: model.text(),
  free_at: model.dateTime(),
  freed_at: model.dateTime().nullable(),
})
