import { model } from "@medusajs/framework/utils"
import { Attribute } from "./attribute"

/** One of the values that an attribute with a list offers. */
export const AttributePossibleValue = model
  .define("attribute_possible_value", {
    id: model.id({ prefix: "attrval" }).primaryKey(),
    value: model.text(),
    rank: model.number().default(0),
    metadata: model.json().nullable(),
    attribute: model.belongsTo(() => Attribute, {
      mappedBy: "possible_values",
    }),
  })
  .indexes([{ on: ["attribute_id", "value"], unique: true }])
