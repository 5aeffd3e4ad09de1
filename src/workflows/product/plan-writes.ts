import type { ProductTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Policies } from "../../modules/policy/types"
import { isEmpty, noChange, type ProductChange } from "./product-change"
import type { ProductSnapshot } from "./product-snapshot"
import { splitChange } from "./split-change"

/** What a seller wants of one product that exists. */
export type WantedChange = {
  change: ProductChange
  status?: ProductTypes.ProductStatus
}

export type PlannedChange = {
  /** Is done at once. */
  now: WantedChange
  /** Waits for the operator while the live version stays on sale. */
  later: ProductChange | null
  /** The product waits as a whole: its request shows what it is by now. */
  proposes: boolean
}

/** @throws MedusaError FORBIDDEN when sellers may not make products, or not in this way. */
export function ensureMayCreate(rules: Policies, imported: boolean): void {
  const closed = rules.global_product_catalog
    ? "This marketplace has one catalogue: offer what it holds"
    : imported && !rules.product_import_enabled
      ? "Sellers do not import products here"
      : !imported && !rules.product_request_enabled
        ? "Sellers do not create products here"
        : null
  if (closed) {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      closed,
      "product_creation_closed"
    )
  }
}

/**
 * Medusa 2.21 puts no tax on a gift card: which goods are one is the operator's
 * to say.
 *
 * @throws MedusaError INVALID_DATA when a seller says it of its own.
 */
export function ensureNoGiftCards(
  products: readonly { is_giftcard?: boolean | null }[]
): void {
  if (products.some(({ is_giftcard }) => is_giftcard)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "is_giftcard: is the operator's to set"
    )
  }
}

/** The status of a new product: what a seller wants on sale waits, or is on sale at once. */
export function plannedStatus(
  wanted: ProductTypes.ProductStatus | undefined,
  { require_product_approval }: Pick<Policies, "require_product_approval">
): ProductTypes.ProductStatus {
  const forSale = wanted === "published" || wanted === "proposed"
  return !forSale
    ? "draft"
    : require_product_approval
      ? "proposed"
      : "published"
}

/**
 * Parts a wanted change by the operator's rules. Without approval it is done.
 * Under approval a product that is not on sale is changed at once and waits as a
 * whole; of one that is on sale the parts wait that the rules name, unless the
 * seller takes it off sale with the same call.
 *
 * @throws MedusaError NOT_ALLOWED for a draft of a product that waits.
 */
export function planChange(
  { change, status }: WantedChange,
  product: ProductSnapshot,
  rules: Policies
): PlannedChange {
  const wanted = status && plannedStatus(status, rules)
  if (!rules.require_product_approval) {
    return { now: { change, status: wanted }, later: null, proposes: false }
  }
  if (product.status === "published" && (!status || status === "published")) {
    const { now, later } = splitChange(change, rules)
    return {
      now: { change: now },
      later: isEmpty(later) ? null : later,
      proposes: false,
    }
  }
  if (wanted === "draft" && product.status === "proposed") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Product ${product.id} waits for the operator: withdraw its request, then it is a draft`
    )
  }
  // What was rejected and is changed is handed in again.
  const next =
    wanted ?? (product.status === "rejected" ? "proposed" : undefined)
  return {
    now: { change, status: next },
    later: null,
    proposes: (next ?? product.status) === "proposed",
  }
}

/**
 * Medusa's update of a product takes its variants as the whole list: a list with
 * ids changes those, one without id is new, what is missing goes.
 */
export function toChange(
  { id, variants, ...product }: WrittenProduct,
  current: ProductSnapshot
): ProductChange {
  const change = { ...noChange(id), product }
  if (!variants) {
    return change
  }
  const kept = variants.flatMap((variant) => variant.id ?? [])
  return {
    ...change,
    variants: {
      // A variant without an id is one that Medusa creates, with the fields of a creation.
      create: variants.filter(
        ({ id }) => !id
      ) as ProductChange["variants"]["create"],
      update: variants.flatMap(({ id, ...fields }) =>
        id ? [{ ...fields, id }] : []
      ),
      delete: (current.variants ?? [])
        .map((variant) => variant.id)
        .filter((variantId) => !kept.includes(variantId)),
    },
  }
}

type WrittenProduct = ProductChange["product"] & {
  id: string
  variants?: (Omit<ProductChange["variants"]["update"][number], "id"> & {
    id?: string
  })[]
}

/** The reverse: the update that does a change, for a product that keeps its options. */
export function toUpdate(
  { product_id, product, variants }: ProductChange,
  current: ProductSnapshot
): ProductChange["product"] & Pick<WrittenProduct, "id" | "variants"> {
  const touched = Object.values(variants).some((rows) => rows.length)
  const kept = (current.variants ?? []).filter(
    ({ id }) => !variants.delete.includes(id)
  )
  return {
    ...product,
    id: product_id,
    ...(touched && {
      variants: [
        ...kept.map(({ id }) => ({
          ...variants.update.find((row) => row.id === id),
          id,
        })),
        ...variants.create,
      ],
    }),
  }
}
