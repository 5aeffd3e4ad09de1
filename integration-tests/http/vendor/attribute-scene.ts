import { Modules } from "@medusajs/framework/utils"
import type { World } from "../../world"

export type Values = { attribute_id: string; value: unknown }[]

export const withValues = (values: Values, more: object = {}) => ({
  ...more,
  additional_data: { values },
})

/** `Name: value` of each, sorted. */
export const valuesIn = (product: {
  attribute_values: { value: string; attribute: { name: string } }[]
}) =>
  product.attribute_values
    .map(({ value, attribute }) => `${attribute.name}: ${value}`)
    .sort()

/** Creates an attribute as the operator does. */
export async function makeAttribute(world: World, body: object) {
  const { status, data } = await world.api.post(
    "/admin/attributes",
    { is_filterable: false, is_required: false, ...body },
    world.admin
  )
  expect({ status, data }).toMatchObject({ status: 201 })
  return data.attribute
}

export const makeMaterial = (world: World, more: object = {}) =>
  makeAttribute(world, {
    name: "Material",
    ui_component: "select",
    possible_values: [
      { value: "Steel", rank: 1 },
      { value: "Aluminium", rank: 0 },
    ],
    ...more,
  })

/** The id of a new, active category. */
export async function makeCategory({ container }: World, name: string) {
  const [category] = await container
    .resolve(Modules.PRODUCT)
    .createProductCategories([{ name, is_active: true }])
  return category?.id ?? ""
}
