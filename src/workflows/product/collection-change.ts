import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { RequestDiff } from "../../modules/request/types"
import { withoutRepeats } from "../request/request-diff"
import type { CollectionChangePayload } from "./taxonomy-payloads"

/**
 * What a change of a collection would change, read from the collection as it is.
 *
 * @throws MedusaError NOT_FOUND for an unknown collection; INVALID_DATA when nothing would change.
 */
export async function examineCollectionChange(
  container: MedusaContainer,
  { payload }: { payload: CollectionChangePayload }
): Promise<RequestDiff> {
  const diff = withoutRepeats(await collectionDiff(container, payload))
  if (!Object.keys(diff).length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "data: neither title nor handle would change"
    )
  }
  return diff
}

/** Every field that the payload names, with its present value. */
export async function collectionDiff(
  container: MedusaContainer,
  { collection_id, title, handle }: CollectionChangePayload
): Promise<RequestDiff> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product_collection",
      fields: ["id", "title", "handle"],
      filters: { id: collection_id },
    })
  const [current] = data
  if (!current) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product collection with id: ${collection_id} was not found`
    )
  }
  return {
    ...(title ? { title: { from: current.title, to: title } } : {}),
    ...(handle ? { handle: { from: current.handle, to: handle } } : {}),
  }
}
