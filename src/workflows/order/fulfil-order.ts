import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createOrderFulfillmentWorkflow,
  type CreateOrderFulfillmentWorkflowInput,
} from "@medusajs/medusa/core-flows"
import { ownedIds } from "../../scope/owned-ids"
import type { SellerId } from "../../scope/seller-id"

/**
 * Fulfils items of an order by a shipping option of its seller. Medusa 2.21 takes
 * the first option of the shop, whoever's it is, for an order without one.
 *
 * @returns The fulfilment.
 * @throws MedusaError INVALID_DATA when the seller has no shipping option left.
 */
export async function fulfilOrder(
  container: MedusaContainer,
  sellerId: SellerId,
  input: CreateOrderFulfillmentWorkflowInput
) {
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      ...input,
      shipping_option_id:
        input.shipping_option_id ??
        (await chooseOption(container, sellerId, input.order_id)),
    },
  })
  return result
}

/** What the buyer chose, as long as it exists; else any of the seller's. */
async function chooseOption(
  container: MedusaContainer,
  sellerId: SellerId,
  orderId: string
): Promise<string> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["shipping_methods.shipping_option_id"],
      filters: { id: orderId },
    })
  const owned = new Set(
    await ownedIds(container, sellerId, { entity: "shipping_option" })
  )
  const methods: ({ shipping_option_id?: string | null } | null)[] =
    data[0]?.shipping_methods ?? []
  const chosen = methods
    .flatMap((method) => method?.shipping_option_id ?? [])
    .find((id) => owned.has(id))
  const [option = chosen] = chosen ? [chosen] : owned
  if (!option) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Order ${orderId} cannot be fulfilled without a shipping option: create one first`
    )
  }
  return option
}
