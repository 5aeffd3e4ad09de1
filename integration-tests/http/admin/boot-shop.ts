import {
  createProductCategoriesWorkflow,
  createProductTypesWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { App } from "../../app"
import { createProduct, createSeller, createWorld } from "../../world"

/** A seller whose boots are of a type and in Shoes > Boots. */
export async function createBootShop(app: App) {
  const world = await createWorld(app)
  const { container } = world
  const seller = await createSeller(world, "Bob's Boots")
  const boots = await createProduct(world, seller, {
    title: "Boots",
    price: 50,
  })
  const { result: roots } = await createProductCategoriesWorkflow(
    container
  ).run({ input: { product_categories: [{ name: "Shoes" }] } })
  const shoes = roots[0]?.id ?? ""
  const { result: children } = await createProductCategoriesWorkflow(
    container
  ).run({
    input: {
      product_categories: [{ name: "Winter", parent_category_id: shoes }],
    },
  })
  const winter = children[0]?.id ?? ""
  const { result: types } = await createProductTypesWorkflow(container).run({
    input: { product_types: [{ value: "Footwear" }] },
  })
  const footwear = types[0]?.id ?? ""
  await updateProductsWorkflow(container).run({
    input: {
      products: [{ id: boots.id, type_id: footwear, category_ids: [winter] }],
    },
  })
  return { world, seller, boots, shoes, winter, footwear }
}

/** A rate in the classic form. */
export const percentage = (rate: number | string, more = {}) => ({
  type: "percentage",
  percentage_rate: rate,
  include_tax: false,
  ...more,
})
