import { model } from "@medusajs/framework/utils"
import { Attribute } from "./attribute"

/** A category whose products have the attribute. */
export const AttributeCategory = model
  .define("attribute_category", {
    id: model.id({ prefix: "attrcat" }).primaryKey(),
    category_id: model.text(),
    attribute: model.belongsTo(() => Attribute, { mappedBy: "categories" }),
  })
  .indexes([
    { on: ["attribute_id", "category_id"], unique: true },
    { on: ["category_id"] },
  ])
