import type { ApplySellerVariantsInput } from "./apply-seller-variants"
import type { OptionChanges } from "./apply-seller-options"
import type { SellerProductUpdate } from "./steps/keep-held-status"

type Variants = Required<
  Pick<ApplySellerVariantsInput, "create" | "update" | "delete">
>

/** What somebody wants to be different about one product that exists. */
export type ProductChange = {
  product_id: string
  /** Fields of the product itself, as Medusa's update takes them. */
  product: Omit<SellerProductUpdate, "id" | "variants" | "status"> & {
    tags?: { id: string }[]
  }
  variants: Variants
  options: OptionChanges
}

/** A change that changes nothing, to be filled. */
export const noChange = (product_id: string): ProductChange => ({
  product_id,
  product: {},
  variants: { create: [], update: [], delete: [] },
  options: { add: [], update: [], remove: [] },
})

/** Whether nothing is asked for. */
export function isEmpty({
  product,
  variants,
  options,
}: ProductChange): boolean {
  return ![
    ...Object.keys(product),
    ...Object.values(variants).flat(),
    ...Object.values(options).flat(),
  ].length
}

/** Two changes of one product as one: where both speak of a field, the later wins. */
export function mergeChanges(
  earlier: ProductChange,
  later: ProductChange
): ProductChange {
  const goneVariants = new Set([
    ...earlier.variants.delete,
    ...later.variants.delete,
  ])
  const goneOptions = new Set([
    ...earlier.options.remove,
    ...later.options.remove,
  ])
  return {
    product_id: earlier.product_id,
    product: { ...earlier.product, ...later.product },
    variants: {
      create: [...earlier.variants.create, ...later.variants.create],
      update: byKey(
        [...earlier.variants.update, ...later.variants.update],
        ({ id }) => id
      ).filter(({ id }) => !goneVariants.has(id)),
      delete: [...goneVariants],
    },
    options: {
      add: byKey(
        [...earlier.options.add, ...later.options.add],
        ({ title }) => title
      ),
      update: byKey(
        [...earlier.options.update, ...later.options.update],
        ({ option_id }) => option_id
      ).filter(({ option_id }) => !goneOptions.has(option_id)),
      remove: [...goneOptions],
    },
  }
}

/** Rows of one key as one row. */
function byKey<Row extends object>(
  rows: Row[],
  key: (row: Row) => string
): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) {
    found.set(key(row), { ...found.get(key(row)), ...row })
  }
  return [...found.values()]
}
