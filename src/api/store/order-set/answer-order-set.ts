import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { presentOrderSet } from "../../../workflows/order-set/present-order-set"
import { setOrderFields } from "../../_contracts/order-set"

/**
 * A set with its orders, first order first.
 *
 * @param fields - More fields of the orders.
 * @returns The set as buyers read it, and its orders with all fields that were read.
 */
export async function readOrderSet(
  container: MedusaContainer,
  id: string,
  fields: string[] = []
) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const sets = await query.graph(
    {
      entity: "order_set",
      fields: ["*", "shares.order_id"],
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  const [set] = sets.data
  const shares: { order_id: string }[] = set?.shares ?? []
  const orders = await query.graph({
    entity: "order",
    fields: [...new Set([...setOrderFields, ...fields])],
    filters: { id: shares.map(({ order_id }) => order_id) },
    pagination: { order: { id: "ASC" } },
  })
  return { set: presentOrderSet(set, orders.data), orders: orders.data }
}
