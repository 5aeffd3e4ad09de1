import type { ProductToCheck, WantedValue } from "../../modules/attribute/types"

/** What a product has beside the fields that Medusa knows; each is a whole list, absent stays as it is. */
export type ProductExtras = {
  attribute_values?: WantedValue[]
  secondary_categories?: { id: string }[]
}

type Categorised = {
  categories?: { id: string }[]
  category_ids?: string[]
}

/** A product as it is written: new with a status, or changed with an id. */
type Written = ProductExtras & Categorised & { status?: string | null }

/** What a product is before or after a write. */
export type ProductState = { status: string; category_ids: string[] }

/** The row for Medusa's own workflow. */
export function withoutExtras<Row extends ProductExtras>({
  attribute_values,
  secondary_categories,
  ...row
}: Row) {
  return row
}

/** Whether a write can change which values a product has, or must have. */
export const touchesValues = (product: Written): boolean =>
  Boolean(
    product.attribute_values ||
    product.status ||
    product.categories ||
    product.category_ids
  )

/** The product as it will be, for the check of its values. `state`: as it is, for one that exists. */
export function toCheck(
  product: Written,
  state: ProductState = { status: "draft", category_ids: [] }
): ProductToCheck {
  const status = product.status ?? state.status
  return {
    category_ids:
      product.categories?.map(({ id }) => id) ??
      product.category_ids ??
      state.category_ids,
    for_sale: status === "published" || status === "proposed",
    values: product.attribute_values,
  }
}

/** Its secondary categories, when they are sent. */
export const secondaryIds = ({
  secondary_categories,
}: ProductExtras): string[] | undefined =>
  secondary_categories?.map(({ id }) => id)
