import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { assertOwned } from "../../scope/assert-owned"
import { toSellerId } from "../../scope/seller-id"
import { readFileValues } from "./file-values"
import type { ParsedProducts } from "./parse-product-csv"
import type { WriteSellerProductsInput } from "./write-seller-products"

export type FileWrites = Required<
  Pick<WriteSellerProductsInput, "create" | "update">
>

/**
 * What products of a file become as writes of their seller. Reads only.
 *
 * @throws MedusaError INVALID_DATA for what sellers may not say in a file; NOT_FOUND for rows of others.
 */
export async function toFileWrites(
  container: MedusaContainer,
  seller_id: string,
  parsed: ParsedProducts
): Promise<FileWrites> {
  ensureOwnForm(parsed)
  const { create } = parsed
  const update = parsed.update.map(withSentVariants)
  await assertOwned(container, toSellerId(seller_id), {
    product: update.map(({ id }) => id),
    product_variant: update.flatMap(({ variants = [] }) =>
      variants.flatMap(({ id }) => id ?? [])
    ),
    shipping_profile: [...create, ...update].flatMap(
      ({ shipping_profile_id }) => shipping_profile_id ?? []
    ),
  })
  const tagIds = await readTagIds(container, [...create, ...update])
  const valuesOf = await readFileValues(container, parsed)
  const written = (product: Product) => ({
    ...withTagIds(product, tagIds),
    ...valuesOf(product),
  })
  // Medusa's workflows take what its validators made of the file, as its own import does.
  return {
    create: create.map(written),
    update: update.map(written),
  } as unknown as FileWrites
}

type Product = ParsedProducts["create" | "update"][number]
type ChangedProduct = ParsedProducts["update"][number]

/** Every row of a file makes a variant, and an empty one or a list without prices would replace what is there. */
function withSentVariants(product: ChangedProduct): ChangedProduct {
  const { variants = [], ...rest } = product
  const sent = variants
    .map(({ prices = [], ...variant }) => ({
      ...variant,
      ...(prices.length && { prices }),
    }))
    .filter((variant) => Object.keys(variant).length)
  const nameless = sent.some(({ id, title }) => !id && !title)
  if (nameless) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Product ${product.id}: a variant needs its id, or a title for a new one`
    )
  }
  return { ...rest, ...(sent.length && { variants: sent }) }
}

/** What a seller's routes refuse in a body, refused in a file. */
function ensureOwnForm({ create, update }: ParsedProducts): void {
  const refuse = (message: string): never => {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  for (const product of [...create, ...update]) {
    const isShared = (product.options ?? []).some(
      ({ id, is_exclusive }) => id !== undefined || is_exclusive !== undefined
    )
    if (isShared) {
      refuse("A file cannot name options by id or make shared ones")
    }
    if (product.shipping_profile_id === null) {
      refuse("shipping_profile_id must name a shipping profile of the seller")
    }
    const prices = (product.variants ?? []).flatMap(
      (variant): { amount?: number }[] => variant.prices ?? []
    )
    if (prices.some(({ amount = 0 }) => amount < 0)) {
      refuse("amount must not be below 0")
    }
  }
}

/** An exported file holds values of tags where an imported one wants their ids. */
async function readTagIds(
  container: MedusaContainer,
  products: Product[]
): Promise<Map<string, string>> {
  const value = products.flatMap(({ tags = [] }) => tags.map(({ id }) => id))
  if (!value.length) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product_tag",
      fields: ["id", "value"],
      filters: { value: [...new Set(value)] },
    })
  return new Map(data.map((tag) => [tag.value, tag.id]))
}

const withTagIds = (
  { attributes, ...product }: Product,
  ids: Map<string, string>
) => ({
  ...product,
  ...(product.tags && {
    tags: product.tags.map(({ id }) => ({ id: ids.get(id) ?? id })),
  }),
})
