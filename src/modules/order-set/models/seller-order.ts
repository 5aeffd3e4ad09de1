import { model } from "@medusajs/framework/utils"

/**
 * What lists of a seller's orders filter and sort by: one row per order that
 * belongs to a seller. Triggers derive it from Medusa's rows in the same
 * transaction (`seller-orders/install-sql.ts`); nothing else writes it.
 */
export const SellerOrder = model
  .define("seller_order", {
    order_id: model.text().primaryKey(),
    seller_id: model.text(),
    display_id: model.number(),
    status: model.text(),
    payment_status: model.text(),
    fulfillment_status: model.text(),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    region_id: model.text().nullable(),
    sales_channel_id: model.text().nullable(),
    currency_code: model.text(),
    /** Number, e-mail and addresses in lower case. */
    search: model.text().searchable(),
    /** What its settlement lines come to, in minor units; `numeric` in the migration. */
    sales: model.text().default("0"),
    tax: model.text().default("0"),
    discounts: model.text().default("0"),
    commission: model.text().default("0"),
    net: model.text().default("0"),
  })
  .indexes([
    { on: ["created_at"] },
    { on: ["seller_id", "created_at", "order_id"] },
    { on: ["seller_id", "updated_at", "order_id"] },
    { on: ["seller_id", "display_id"] },
    { on: ["seller_id", "status", "created_at"] },
    { on: ["seller_id", "payment_status", "created_at"] },
    { on: ["seller_id", "fulfillment_status", "created_at"] },
    { on: ["seller_id", "customer_id", "created_at"] },
  ])
