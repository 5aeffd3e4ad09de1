import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import productSeller from "../../links/product-seller"
import { sellerColumnFilter } from "../../scope/seller-filter"
import type { SellerId } from "../../scope/seller-id"

type Filters = Record<string, unknown>

/**
 * Filters of a seller's products that look at the status which the seller reads:
 * while it is away from the storefront all of them are stored as drafts, and
 * their own status waits in the row of the link. Reads only.
 */
export async function ownStatusFilter(
  container: MedusaContainer,
  sellerId: SellerId,
  { status, ...filters }: Filters
): Promise<Filters> {
  if (status === undefined) {
    return filters
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: productSeller.entryPoint,
      fields: ["product_id"],
      filters: { ...sellerColumnFilter(sellerId), held_status: { $ne: null } },
      pagination: { take: 1 },
    })
  return data.length
    ? { ...filters, seller_link: { held_status: status } }
    : { ...filters, status }
}
