import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  fitsPolicy,
  policyDefaults,
  policyNames,
  type Policies,
} from "../../modules/policy/types"

import { noSellerFilter, sellerColumnFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"

/**
 * The rules that hold for one seller: its own, else those for everybody, else
 * the defaults. One statement: a cached answer would need one to be sure.
 */
export async function readPolicies(
  container: MedusaContainer,
  sellerId: string
): Promise<Policies> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "policy",
      fields: ["name", "seller_id", "content"],
      filters: {
        $or: [noSellerFilter(), sellerColumnFilter(toSellerId(sellerId))],
      },
    })
  const policies: Record<string, unknown> = { ...policyDefaults }
  for (const isOwn of [false, true]) {
    for (const { name, seller_id, content } of data) {
      const known = policyNames.find((known) => known === name)
      const value = content?.value
      if (known && !!seller_id === isOwn && fitsPolicy(known, value)) {
        policies[known] = value
      }
    }
  }
  // Defaults, replaced only by what fits.
  return policies as Policies
}
