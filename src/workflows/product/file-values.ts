import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { WantedValue } from "../../modules/attribute/types"
import type { WithAttributes } from "./attribute-columns"
import type { ParsedProducts } from "./parse-product-csv"
import type { ProductExtras } from "./product-extras"

type Product = WithAttributes & { id?: string }

/**
 * Reads what columns of a file mean. A product that exists keeps its values of
 * attributes that have no column.
 *
 * @returns what a product of the file says of itself, to be checked as from everywhere.
 * @throws MedusaError INVALID_DATA naming a column of no attribute.
 */
export async function readFileValues(
  container: MedusaContainer,
  { create, update }: ParsedProducts
): Promise<(product: Product) => Pick<ProductExtras, "attribute_values">> {
  const ids = await readAttributeIds(container, [...create, ...update])
  const current = await readCurrent(
    container,
    update.flatMap(({ id, attributes }) => (attributes ? [id] : []))
  )
  return ({ id, attributes }) => {
    if (!attributes) {
      return {}
    }
    const said = Object.entries(attributes).flatMap(([handle, values]) =>
      values.map((value) => ({ attribute_id: ids.get(handle) ?? "", value }))
    )
    const columns = Object.keys(attributes).map((handle) => ids.get(handle))
    const kept = (current.get(id ?? "") ?? []).filter(
      ({ attribute_id }) => !columns.includes(attribute_id)
    )
    return { attribute_values: [...kept, ...said] }
  }
}

/** By handle in small letters, as names of columns are read. */
async function readAttributeIds(
  container: MedusaContainer,
  products: Product[]
): Promise<Map<string, string>> {
  const handles = new Set(
    products.flatMap(({ attributes = {} }) => Object.keys(attributes))
  )
  if (!handles.size) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product_attribute", fields: ["id", "handle"] })
  const ids = new Map<string, string>(
    data.map(({ id, handle }) => [handle.toLowerCase(), id])
  )
  for (const handle of handles) {
    if (!ids.has(handle)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Column "Product Attribute ${handle}" is none: no attribute has this handle`
      )
    }
  }
  return ids
}

async function readCurrent(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, WantedValue[]>> {
  if (!ids.length) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id", "attribute_values.attribute_id", "attribute_values.value"],
      filters: { id: ids },
    })
  return new Map(
    data.map(({ id, attribute_values }) => [
      id,
      (attribute_values ?? []).flatMap((row: WantedValue | null) =>
        row ? [{ attribute_id: row.attribute_id, value: row.value }] : []
      ),
    ])
  )
}
