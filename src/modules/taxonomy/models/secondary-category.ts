import { model } from "@medusajs/framework/utils"

/** A category that a product is found under beside its own. */
export const SecondaryCategory = model
  .define("secondary_category", {
    id: model.id({ prefix: "seccat" }).primaryKey(),
    product_id: model.text(),
    category_id: model.text(),
  })
  .indexes([
    { on: ["product_id", "category_id"], unique: true },
    { on: ["category_id"] },
  ])
