import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { OwnedEntity } from "./ownership"
import { ownership } from "./ownership"
import type { SellerId } from "./seller-id"

/** Ids per entity, as they come from one request. */
export type OwnedIds = Partial<Record<OwnedEntity, readonly string[]>>

/**
 * Checks that every row exists and belongs to the seller, with one statement
 * per entity however many ids there are.
 *
 * @throws MedusaError NOT_FOUND naming the ids that are missing or somebody else's: the two look alike on purpose.
 */
export async function assertOwned(
  container: MedusaContainer,
  sellerId: SellerId,
  ids: OwnedIds
): Promise<void> {
  for (const [entity, wanted] of Object.entries(ids)) {
    // Object.entries widens the keys of OwnedIds to string.
    await assertRowsOwned(container, sellerId, {
      entity: entity as OwnedEntity,
      ids: [...new Set(wanted)],
    })
  }
}

async function assertRowsOwned(
  container: MedusaContainer,
  sellerId: SellerId,
  { entity, ids }: { entity: OwnedEntity; ids: string[] }
): Promise<void> {
  if (!ids.length) {
    return
  }
  const { entity: graphEntity, scope } = ownership[entity]
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: graphEntity,
      fields: ["id"],
      filters: { id: ids, ...scope(sellerId) },
    })
  const owned = new Set(data.map((row: { id: string }) => row.id))
  const missing = ids.filter((id) => !owned.has(id))
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${entity} with id: ${missing.join(", ")} was not found`
    )
  }
}
