/** How a value is entered, which is also what it may be. */
export const attributeComponents = [
  "select",
  "multivalue",
  "unit",
  "toggle",
  "text",
  "text_area",
  "color_picker",
] as const
export type AttributeComponent = (typeof attributeComponents)[number]

/** Components whose values come from a list. */
export const listedComponents: readonly AttributeComponent[] = [
  "select",
  "multivalue",
]

/** One value of a product; `multivalue` has one of these a value. */
export type WantedValue = { attribute_id: string; value: string }

/** What is known of an attribute when values are checked. */
export type AttributeFacts = {
  id: string
  name: string
  ui_component: AttributeComponent
  is_required: boolean
  is_global: boolean
  category_ids: string[]
  possible_values: string[]
}

/** A product whose values are to be written or checked, as it will be. */
export type ProductToCheck = {
  /** Absent while it does not exist. */
  product_id?: string
  category_ids: string[]
  /** On sale or on the way there: what is required must be there. */
  for_sale: boolean
  /** All of them; absent: those that it has, as far as they still apply. */
  values?: WantedValue[]
}
