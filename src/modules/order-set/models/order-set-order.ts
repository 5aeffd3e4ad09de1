import { model } from "@medusajs/framework/utils"
import { OrderSet } from "./order-set"

/** One order of a set: whose it is, and its exact share of the payment. */
export const OrderSetOrder = model
  .define("order_set_order", {
    id: model.id({ prefix: "ordsetord" }).primaryKey(),
    order_set: model.belongsTo(() => OrderSet, { mappedBy: "shares" }),
    seller_key: model.text(),
    order_id: model.text(),
    share: model.bigNumber(),
    payment_collection_id: model.text().nullable(),
    payment_id: model.text().nullable(),
  })
  .indexes([
    {
      on: ["order_set_id", "seller_key"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    { on: ["order_id"], unique: true, where: "deleted_at IS NULL" },
  ])
