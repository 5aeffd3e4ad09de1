import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownLinesAttributes } from "../../scope/own-lines"
import { sellerFilter } from "../../scope/seller-filter"
import type { SellerId } from "../../scope/seller-id"

/** What a seller's promotion can take money off; never an order, which holds others' lines. */
export type OwnTargetType = keyof typeof ownLinesAttributes

/** The rule that a promotion of a seller always carries: only lines that ship under one of its own profiles. */
export function ownLinesRule(targetType: OwnTargetType, profileIds: string[]) {
  return {
    attribute: ownLinesAttributes[targetType],
    operator: "in" as const,
    values: profileIds,
  }
}

/** Ids of the seller's shipping profiles, in a fixed order. */
export async function readProfileIds(
  container: MedusaContainer,
  sellerId: SellerId
): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "shipping_profile",
      fields: ["id"],
      filters: sellerFilter(sellerId),
      pagination: { order: { id: "ASC" } },
    })
  return data.map(({ id }) => id)
}
