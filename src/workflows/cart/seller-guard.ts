import { MedusaError } from "@medusajs/framework/utils"

/** What `query.graph({ entity: "cart" })` must read for the two checks below. */
export const sellerGuardFields = [
  "items.product_title",
  "items.requires_shipping",
  "items.product.seller.name",
  "items.product.seller.status",
  "items.product.seller.vacation_from",
  "items.product.seller.vacation_until",
  "items.variant.product.shipping_profile.id",
  "shipping_methods.shipping_option.shipping_profile_id",
]

type GuardedSeller = {
  name: string
  status: string
  vacation_from?: Date | string | null
  vacation_until?: Date | string | null
}

/** The part of a cart that the checks read; more keys do no harm. */
export type GuardedCart = {
  items?:
    | ({
        product_title?: string | null
        requires_shipping?: boolean | null
        product?: { seller?: GuardedSeller | null } | null
        variant?: {
          product?: { shipping_profile?: { id: string } | null } | null
        } | null
      } | null)[]
    | null
  shipping_methods?:
    | ({
        shipping_option?: { shipping_profile_id?: string | null } | null
      } | null)[]
    | null
}

/** Whether shoppers see and buy the goods of this seller at `now`. */
export function isSellerOpen(
  seller: Omit<GuardedSeller, "name">,
  now: Date
): boolean {
  const { status, vacation_from, vacation_until } = seller
  const away =
    !!vacation_from &&
    new Date(vacation_from) <= now &&
    (!vacation_until || new Date(vacation_until) > now)
  return status === "active" && !away
}

/**
 * Refuses a cart with a line of a seller that is suspended, terminated, not yet
 * accepted or on vacation. Lines without a seller are the operator's.
 *
 * @throws MedusaError NOT_ALLOWED (400) naming the first such line and its seller.
 */
export function ensureSellersAreOpen(cart: GuardedCart, now: Date): void {
  for (const item of cart.items ?? []) {
    const seller = item?.product?.seller
    if (seller && !isSellerOpen(seller, now)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `"${item.product_title}" cannot be bought at the moment, as ${seller.name} is not selling now. Remove it to continue.`
      )
    }
  }
}

/**
 * Refuses a cart in which a seller's goods have to be shipped and no chosen
 * method carries them. A seller with digital goods only needs no method; the
 * operator's lines are left to Medusa's own check.
 *
 * @throws MedusaError INVALID_DATA (400) naming every such seller.
 */
export function ensureShippingPerSeller(cart: GuardedCart): void {
  const chosen = new Set(
    (cart.shipping_methods ?? []).map(
      (method) => method?.shipping_option?.shipping_profile_id
    )
  )
  const missing = new Set<string>()
  for (const item of cart.items ?? []) {
    const seller = item?.product?.seller
    const profile = item?.variant?.product?.shipping_profile?.id
    if (seller && item.requires_shipping && !(profile && chosen.has(profile))) {
      missing.add(seller.name)
    }
  }
  if (missing.size) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Choose a shipping method for ${[...missing].join(", ")}`
    )
  }
}
