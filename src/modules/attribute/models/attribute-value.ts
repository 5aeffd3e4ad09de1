import { model } from "@medusajs/framework/utils"
import { Attribute } from "./attribute"

/** What one product says of one attribute. */
export const AttributeValue = model
  .define("attribute_value", {
    id: model.id({ prefix: "prodattr" }).primaryKey(),
    product_id: model.text(),
    value: model.text(),
    attribute: model.belongsTo(() => Attribute, { mappedBy: "values" }),
  })
  .indexes([
    { on: ["product_id", "attribute_id", "value"], unique: true },
    { on: ["attribute_id", "value"] },
  ])
