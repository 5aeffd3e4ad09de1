import { MedusaError } from "@medusajs/framework/utils"
import type { AttributeFacts, ProductToCheck, WantedValue } from "./types"

const maxValues = 200
const longest = { text: 255, text_area: 5000 }

/**
 * The one check of a product's attributes: of routes, of files, of what waits
 * for the operator and of what it accepts.
 *
 * @param attributes - Those that apply to everything, to the product's categories, or are named by `values`.
 * @param current - What the product has, for one whose values are not sent.
 * @returns the values that the product then has.
 * @throws MedusaError INVALID_DATA naming the attribute.
 */
export function checkValues(
  attributes: readonly AttributeFacts[],
  { category_ids, for_sale, values }: ProductToCheck,
  current: readonly WantedValue[]
): WantedValue[] {
  const applies = ({ is_global, ...attribute }: AttributeFacts) =>
    is_global || attribute.category_ids.some((id) => category_ids.includes(id))
  const wanted = values ?? keptOf(attributes.filter(applies), current)
  if (wanted.length > maxValues) {
    refuse(`A product has at most ${maxValues} values of attributes`)
  }
  for (const { attribute_id } of wanted) {
    const attribute = attributes.find(({ id }) => id === attribute_id)
    if (!attribute) {
      refuse(`Attribute with id: ${attribute_id} was not found`)
    }
    if (!applies(attribute)) {
      refuse(
        `Attribute ${attribute.name} does not apply to the categories of this product`
      )
    }
  }
  return attributes.filter(applies).flatMap((attribute) => {
    const found = wanted
      .filter(({ attribute_id }) => attribute_id === attribute.id)
      .map(({ value }) => value.trim())
      .filter(Boolean)
    if (!found.length && attribute.is_required && for_sale) {
      refuse(`Attribute ${attribute.name} is required`)
    }
    // What is not sent was checked when it was.
    const checked = values ? checkOne(attribute, found) : found
    return checked.map((value) => ({ attribute_id: attribute.id, value }))
  })
}

const keptOf = (
  attributes: readonly AttributeFacts[],
  current: readonly WantedValue[]
) =>
  current.filter(({ attribute_id }) =>
    attributes.some(({ id }) => id === attribute_id)
  )

function checkOne(
  { name, ui_component, possible_values }: AttributeFacts,
  values: string[]
): string[] {
  const unique = [...new Set(values)]
  if (unique.length > 1 && ui_component !== "multivalue") {
    refuse(`Attribute ${name} takes one value`)
  }
  for (const value of unique) {
    const fault = faultOf(ui_component, value, possible_values)
    if (fault) {
      refuse(`Attribute ${name} ${fault}`)
    }
  }
  return unique
}

function faultOf(
  component: AttributeFacts["ui_component"],
  value: string,
  possible: string[]
): string | null {
  switch (component) {
    case "select":
    case "multivalue":
      return possible.includes(value)
        ? null
        : `takes one of its values, not '${value.slice(0, 60)}'`
    case "unit":
      return /^-?\d{1,15}(\.\d{1,10})?$/.test(value) ? null : "takes a number"
    case "toggle":
      return value === "true" || value === "false"
        ? null
        : "takes true or false"
    case "color_picker":
      return possible.includes(value) ||
        /^#([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i.test(value)
        ? null
        : "takes a colour, as #rrggbb"
    case "text":
    case "text_area":
      return value.length <= longest[component]
        ? null
        : `takes at most ${longest[component]} characters`
  }
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
