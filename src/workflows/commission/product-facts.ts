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
    fields: [
      "id",
      "type_id",
      "collection_id",
      "categories.id",
      "categories.mpath",
      "seller.id",
    ],
    filters: { id: ids },
  })
  return new Map(
    data.map((product) => [
      product.id,
      {
        seller: product.seller?.id ?? null,
        product: product.id,
        product_type: product.type_id ?? null,
        product_collection: product.collection_id ?? null,
        product_categories: (product.categories ?? []).flatMap(
          (category: CategoryRow | null) => (category ? [pathOf(category)] : [])
        ),
      },
    ])
  )
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
