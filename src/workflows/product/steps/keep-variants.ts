import type {
  CreatePricesDTO,
  MedusaContainer,
  ProductVariantDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Variants by id, or all of some products. None without any id. */
type Which = { id: string[] } | { product_id: string[] }

const priceFields = [
  "id",
  "title",
  "currency_code",
  "amount",
  "min_quantity",
  "max_quantity",
  "rules_count",
  "price_list_id",
  "created_at",
  "price_rules.id",
  "price_rules.attribute",
  "price_rules.operator",
  "price_rules.value",
  "price_rules.priority",
  "price_rules.created_at",
]

/** As Medusa's module takes it, its rules as rows: each keeps its id. */
type Price = CreatePricesDTO & { id: string; price_rules?: { id: string }[] }

type PriceSet = { id: string; prices: Price[] }

type Picture = { image_id: string; variant_id: string }

type Kept = {
  which: Which
  variants: Variant[]
  pictures: Picture[]
  priceSets: PriceSet[]
}

/** A variant as Medusa's module writes it. */
type Variant = Record<string, unknown> & {
  id: string
  product_id: string
  title: string
  metadata: Record<string, unknown> | null
  /** Title of an option → value. */
  options: Record<string, string>
}

/**
 * Medusa 2.21 does not put back the variants of a product whose update is
 * undone, and throws away all prices of a variant whose change is undone. Run
 * it before the update.
 */
export const keepVariantsStep = createStep(
  "keep-variants",
  async (which: Which, { container }) => {
    const variants = await readVariants(container, which)
    const kept: Kept = {
      which,
      variants,
      pictures: await readPictures(container, variants),
      priceSets: await readPriceSets(container, variants),
    }
    return new StepResponse(undefined, kept)
  },
  async (kept, { container }) => {
    if (!kept?.variants.length) {
      return
    }
    await putBackVariants(container, kept)
    await container.resolve(Modules.PRICING).upsertPriceSets(kept.priceSets)
  }
)

async function readVariants(
  container: MedusaContainer,
  which: Which
): Promise<Variant[]> {
  if (!Object.values(which).flat().length) {
    return []
  }
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants(which, {
      relations: ["options.option"],
      order: { id: "ASC" },
      // Medusa's default would be the first fifteen.
      take: null,
    })
  return variants.map(toVariant)
}

function toVariant({
  product,
  options,
  images,
  updated_at,
  deleted_at,
  ...columns
}: ProductVariantDTO): Variant {
  return {
    ...columns,
    product_id: columns.product_id ?? "",
    options: Object.fromEntries(
      options.map(({ option, value }) => [option?.title ?? "", value])
    ),
  }
}

async function putBackVariants(
  container: MedusaContainer,
  { which, variants, pictures }: Kept
): Promise<void> {
  const products = container.resolve(Modules.PRODUCT)
  const now = await readVariants(container, which)
  const had = new Map(variants.map((variant) => [variant.id, variant]))
  const has = new Map(now.map((variant) => [variant.id, variant]))
  const added = now.filter(({ id }) => !had.has(id))
  if (added.length) {
    await products.deleteProductVariants(added.map(({ id }) => id))
  }
  const changed = variants.filter(({ id }) => has.has(id))
  if (changed.length) {
    await products.upsertProductVariants(
      changed.map((variant) => ({
        ...variant,
        metadata: metadataOf(variant, has.get(variant.id)),
      }))
    )
  }
  const gone = variants.filter(({ id }) => !has.has(id))
  if (gone.length) {
    await products.createProductVariants(gone)
  }
  const shown = new Set((await readPictures(container, variants)).map(keyOf))
  const lost = pictures.filter((picture) => !shown.has(keyOf(picture)))
  if (lost.length) {
    await products.addImageToVariant(lost)
  }
}

const keyOf = ({ image_id, variant_id }: Picture) => `${image_id} ${variant_id}`

/** Pictures that variants have beside those of all; a variant's own list would hold both. */
async function readPictures(
  container: MedusaContainer,
  variants: Variant[]
): Promise<Picture[]> {
  if (!variants.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["images.id", "images.variants.id"],
      filters: { id: [...new Set(variants.map((row) => row.product_id))] },
    })
  // The graph's rows are untyped at this edge; the fields above are asked for.
  const products = data as unknown as {
    images?: { id: string; variants?: { id: string }[] }[]
  }[]
  const ids = new Set(variants.map(({ id }) => id))
  return products
    .flatMap(({ images = [] }) => images)
    .flatMap(({ id: image_id, variants: shown = [] }) =>
      shown.flatMap(({ id }) =>
        ids.has(id) ? [{ image_id, variant_id: id }] : []
      )
    )
}

/** Medusa merges metadata; an empty text takes a key away. */
const metadataOf = ({ metadata }: Pick<Variant, "metadata">, now?: Variant) =>
  metadata &&
  Object.keys(metadata).length && {
    ...Object.fromEntries(
      Object.keys(now?.metadata ?? {}).map((key) => [key, ""])
    ),
    ...metadata,
  }

/** What they cost outside of price lists. */
async function readPriceSets(
  container: MedusaContainer,
  variants: Variant[]
): Promise<PriceSet[]> {
  if (!variants.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product_variant_price_set",
      fields: [
        "price_set_id",
        ...priceFields.map((field) => `price_set.prices.${field}`),
      ],
      filters: { variant_id: variants.map(({ id }) => id) },
    })
  // The graph's rows are untyped at this edge; the fields above are asked for.
  const links = data as unknown as {
    price_set_id: string
    price_set?: { prices: (Price & { price_list_id: string | null })[] } | null
  }[]
  return links.map(({ price_set_id: id, price_set }) => ({
    id,
    prices: (price_set?.prices ?? []).flatMap(({ price_list_id, ...price }) =>
      price_list_id ? [] : [price]
    ),
  }))
}
