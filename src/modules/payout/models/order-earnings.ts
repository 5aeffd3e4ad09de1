import { model } from "@medusajs/framework/utils"

/**
 * What an order still has in its seller's `pending`, kept by a trigger on the
 * entries so that what is releasable is found without reading the whole ledger.
 */
export const OrderEarnings = model.define(
  { tableName: "order_earnings", name: "OrderEarnings" },
  {
    order_id: model.text().primaryKey(),
    seller_id: model.text(),
    currency_code: model.text(),
    pending: model.text(),
    /** When money of the order was captured last. */
    captured_at: model.dateTime().nullable(),
  }
)
