import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isOrderRow, ownedIds } from "./owned-ids"
import type { OwnedEntity } from "./ownership"
import type { SellerId } from "./seller-id"

/** Ids per entity, as they come from one request. */
export type OwnedIds = Partial<Record<OwnedEntity, readonly string[]>>

/**
 * Checks that every row exists and belongs to the seller, with one statement
 * per entity however many ids there are. What hangs on an order must hang on one
 * of the orders that are named beside it.
 *
 * @throws MedusaError NOT_FOUND naming the ids that are missing or somebody else's: the two look alike on purpose.
 */
export async function assertOwned(
  container: MedusaContainer,
  sellerId: SellerId,
  ids: OwnedIds
): Promise<void> {
  for (const [name, wanted] of Object.entries(ids)) {
    // Object.entries widens the keys of OwnedIds to string.
    const entity = name as OwnedEntity
    const unique = [...new Set(wanted)]
    if (!unique.length) {
      continue
    }
    const owned = new Set(
      await ownedIds(container, sellerId, {
        entity,
        ids: unique,
        orders: isOrderRow(entity) ? ids.order : undefined,
      })
    )
    const missing = unique.filter((id) => !owned.has(id))
    if (missing.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `${entity} with id: ${missing.join(", ")} was not found`
      )
    }
  }
}
