import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { LineFacts } from "./resolve-rule"

/** What a product tells the tariff. */
export type ProductFacts = Pick<
  LineFacts,
  | "seller"
  | "product"
  | "product_type"
  | "product_collection"
  | "product_categories"
>

/** What `query.graph` must read of a product for {@link factsOfProduct}. */
export const productFactFields = [
  "id",
  "type_id",
  "collection_id",
  "categories.id",
  "categories.mpath",
  "seller.id",
]

/** A product as `productFactFields` read it. */
export type FactualProduct = {
  id: string
  type_id?: string | null
  collection_id?: string | null
  categories?: (CategoryRow | null)[] | null
  seller?: { id: string } | null
}

/** The facts of a product that was read with others. */
export function factsOfProduct(product: FactualProduct): ProductFacts {
  return {
    seller: product.seller?.id ?? null,
    product: product.id,
    product_type: product.type_id ?? null,
    product_collection: product.collection_id ?? null,
    product_categories: (product.categories ?? []).flatMap((category) =>
      category ? [pathOf(category)] : []
    ),
  }
}

/** A line that is of no product. */
export const noProduct: ProductFacts = {
  seller: null,
  product: null,
  product_type: null,
  product_collection: null,
  product_categories: [],
}

/** Facts of products by id, in one query; ids that are not there are left out. */
export async function readProductFacts(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, ProductFacts>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: productFactFields,
    filters: { id: ids },
  })
  return new Map(data.map((product) => [product.id, factsOfProduct(product)]))
}

/** Paths of categories, from the root down; ids that are not there are left out. */
export async function readCategoryPaths(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, string[]>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_category",
    fields: ["id", "mpath"],
    filters: { id: ids },
  })
  return new Map(data.map((category) => [category.id, pathOf(category)]))
}

type CategoryRow = { id: string; mpath?: string | null }

/** Medusa keeps the ids from the root to the category, joined by dots. */
function pathOf({ id, mpath }: CategoryRow): string[] {
  const path = (mpath ?? "").split(".").filter((part) => part !== "")
  return path.includes(id) ? path : [...path, id]
}
