import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { safeMarkup } from "./safe-markup"
import { sortBy } from "./sort-by"
import type { SellerStatus } from "../../modules/seller/types"

/** All that a shopper may read of a seller, besides what is derived from it. */
export const publicSellerFields = [
  "id",
  "name",
  "handle",
  "description",
  "photo",
  "city",
  "state",
  "country_code",
  "vacation_from",
  "vacation_until",
  "created_at",
] as const

/** Read, never sent: `store_status` is made of it. */
export const publicSellerQueryFields = [...publicSellerFields, "status"]

export const storeStatuses = ["ACTIVE", "INACTIVE", "SUSPENDED"] as const
export type StoreStatus = (typeof storeStatuses)[number]

const storeStatus: Record<SellerStatus, StoreStatus> = {
  pending: "INACTIVE",
  active: "ACTIVE",
  suspended: "SUSPENDED",
  terminated: "INACTIVE",
}

/** The status as classic clients know it; a vacation does not change it. */
export function storeStatusOf(status: SellerStatus): StoreStatus {
  return storeStatus[status]
}

const rowSchema = z.looseObject({
  status: z.enum(["pending", "active", "suspended", "terminated"]).optional(),
})

/**
 * A seller as shoppers see it: only public fields, `store_status`, and
 * `reviews`, which storefronts need to be an array.
 */
export function presentSeller(row: unknown): Record<string, unknown> {
  const seller = rowSchema.parse(row)
  const shown = publicSellerFields
    .filter((field) => seller[field] !== undefined)
    .map((field) => [field, shownValue(field, seller[field])])
  return {
    ...Object.fromEntries(shown),
    ...(seller.status ? { store_status: storeStatus[seller.status] } : {}),
    reviews: [],
  }
}

/** Storefronts print the description as HTML. */
function shownValue(field: string, value: unknown): unknown {
  return field === "description" && typeof value === "string"
    ? safeMarkup(value)
    : value
}

/** The seller relation spelled for `allowFields`, at `path` inside the route's entity. */
export function sellerFieldsAt(path: string): string[] {
  return [path, ...publicSellerQueryFields.map((field) => `${path}.${field}`)]
}

export const ListPublicSellersParams = createFindParams({
  limit: 50,
  offset: 0,
}).extend({
  order: sortBy(["name", "handle", "created_at", "updated_at"]),
  q: z.string().optional(),
  handle: z.union([z.string(), z.array(z.string())]).optional(),
})
export type ListPublicSellersParams = z.infer<typeof ListPublicSellersParams>
