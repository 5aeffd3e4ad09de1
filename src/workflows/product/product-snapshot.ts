import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import productSeller from "../../links/product-seller"
import type { WantedValue } from "../../modules/attribute/types"
import type { ProductState } from "./product-extras"

type Price = {
  currency_code: string
  amount: number
  price_rules?: { attribute: string; value: string }[]
}

export type VariantSnapshot = Record<string, unknown> & {
  id: string
  title: string
  prices?: Price[]
  options?: { value: string; option?: { title: string } }[]
  inventory_items?: { inventory_item_id: string; required_quantity: number }[]
}

/** A product with all that a change of it can touch. */
export type ProductSnapshot = Record<string, unknown> & {
  id: string
  title: string
  status: string
  images?: { url: string }[]
  categories?: { id: string }[]
  tags?: { id: string }[]
  sales_channels?: { id: string }[]
  shipping_profile?: { id: string } | null
  attribute_values?: WantedValue[]
  secondary_categories?: { category_id: string }[]
  options?: { id: string; title: string; values?: { value: string }[] }[]
  variants?: VariantSnapshot[]
}

const fields = [
  "*",
  "images.url",
  "categories.id",
  "tags.id",
  "sales_channels.id",
  "shipping_profile.id",
  "attribute_values.attribute_id",
  "attribute_values.value",
  "secondary_categories.category_id",
  "options.id",
  "options.title",
  "options.values.value",
  "variants.*",
  "variants.prices.currency_code",
  "variants.prices.amount",
  "variants.prices.price_rules.attribute",
  "variants.prices.price_rules.value",
  "variants.options.value",
  "variants.options.option.title",
  "variants.inventory_items.inventory_item_id",
  "variants.inventory_items.required_quantity",
]

/**
 * Products as they are now, by id. `status` is the one that the seller reads:
 * while it is away from the storefront, the one that its products come back with.
 */
export async function readSnapshots(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, ProductSnapshot>> {
  return await readRows(container, ids, fields)
}

/** Status and categories alone of products, by id; `status` as above. */
export async function readProductStates(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, ProductState>> {
  const rows = await readRows(container, ids, ["id", "status", "categories.id"])
  return new Map(
    [...rows].map(([id, { status, categories = [] }]) => [
      id,
      { status, category_ids: categories.map((row) => row.id) },
    ])
  )
}

async function readRows(
  container: MedusaContainer,
  ids: string[],
  fields: string[]
): Promise<Map<string, ProductSnapshot>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields,
    filters: { id: ids },
  })
  const { data: links } = await query.graph({
    entity: productSeller.entryPoint,
    fields: ["product_id", "held_status"],
    filters: { product_id: ids },
  })
  const held = new Map<string, string | null>(
    links.map((row: { product_id: string; held_status: string | null }) => [
      row.product_id,
      row.held_status,
    ])
  )
  return new Map(
    data.map((row) => {
      // The graph's rows are untyped at this edge; the fields above are asked for.
      const product = row as unknown as ProductSnapshot
      const status = held.get(product.id) ?? product.status
      return [product.id, { ...product, status }]
    })
  )
}
