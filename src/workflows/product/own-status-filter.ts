import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import productSeller from "../../links/product-seller"
import { sellerColumnFilter } from "../../scope/seller-filter"
import type { SellerId } from "../../scope/seller-id"

type Filters = Record<string, unknown>

/** An empty list of ids would be no filter. */
const nobody = "none"

/**
 * Filters of a seller's products that look at the status which the seller reads:
 * while it is away from the storefront all of them are stored as drafts, and
 * their own status waits in the row of the link. The query layer would load
 * every product to look there, so the products are named. Reads only.
 */
export async function ownStatusFilter(
  container: MedusaContainer,
  sellerId: SellerId,
  { status, ...filters }: Filters
): Promise<Filters> {
  if (status === undefined) {
    return filters
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const held = async (held_status: unknown, take?: number) => {
    const { data } = await query.graph({
      entity: productSeller.entryPoint,
      fields: ["product_id"],
      filters: { ...sellerColumnFilter(sellerId), held_status },
      ...(take && { pagination: { take } }),
    })
    return data.map(({ product_id }: { product_id: string }) => product_id)
  }
  const isAway = (await held({ $ne: null }, 1)).length > 0
  if (!isAway) {
    return { ...filters, status }
  }
  const ids = await held(status)
  return {
    ...filters,
    $and: [filters.$and ?? [], { id: ids.length ? ids : [nobody] }].flat(),
  }
}
