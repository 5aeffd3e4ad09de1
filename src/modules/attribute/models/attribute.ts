import { model } from "@medusajs/framework/utils"
import { attributeComponents } from "../types"
import { AttributeCategory } from "./attribute-category"
import { AttributePossibleValue } from "./attribute-possible-value"
import { AttributeValue } from "./attribute-value"

/**
 * Something that products of all or some categories say about themselves. Its
 * name makes an alias of Medusa's query, which takes a filter of any relation
 * by that key for a filter of ours: `attribute` would break
 * `{ rules: { attribute: "is_return" } }`.
 */
export const Attribute = model
  .define(
    { name: "ProductAttribute", tableName: "attribute" },
    {
      id: model.id({ prefix: "attr" }).primaryKey(),
      name: model.text().searchable(),
      handle: model.text().searchable(),
      description: model.text().nullable(),
      is_filterable: model.boolean().default(false),
      is_required: model.boolean().default(false),
      ui_component: model.enum([...attributeComponents]),
      /** Applies to every product; a column, as the end of its last category must not make it so. */
      is_global: model.boolean().default(true),
      metadata: model.json().nullable(),
      possible_values: model.hasMany(() => AttributePossibleValue, {
        mappedBy: "attribute",
      }),
      categories: model.hasMany(() => AttributeCategory, {
        mappedBy: "attribute",
      }),
      values: model.hasMany(() => AttributeValue, { mappedBy: "attribute" }),
    }
  )
  .cascades({ delete: ["possible_values", "categories", "values"] })
  .indexes([{ on: ["handle"], unique: true }, { on: ["is_global"] }])
