import { model } from "@medusajs/framework/utils"
import { orderSetStatuses } from "../types"
import { OrderSetOrder } from "./order-set-order"

/** One cart's purchase: the orders it became and the payment that paid for them. */
export const OrderSet = model
  .define("order_set", {
    id: model.id({ prefix: "ordset" }).primaryKey(),
    display_id: model.autoincrement(),
    cart_id: model.text(),
    status: model.enum([...orderSetStatuses]).default("placing"),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    currency_code: model.text(),
    sales_channel_id: model.text().nullable(),
    payment_collection_id: model.text().nullable(),
    payment_session_id: model.text().nullable(),
    payment_id: model.text().nullable(),
    /** The provider gave no clear answer: what it did must be asked or undone. */
    payment_unknown: model.boolean().default(false),
    /** The events of its placing are known to be out; null of a placed set: they may be lost. */
    announced_at: model.dateTime().nullable(),
    shares: model.hasMany(() => OrderSetOrder, { mappedBy: "order_set" }),
  })
  .indexes([
    { on: ["cart_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["customer_id"] },
    { on: ["status"] },
    { on: ["payment_collection_id"] },
    {
      name: "IDX_order_set_unannounced",
      on: ["updated_at"],
      where:
        "status = 'placed' AND announced_at IS NULL AND deleted_at IS NULL",
    },
  ])
