import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSet } from "../../modules/order-set/models/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { finishOrderSetWorkflow } from "./finish-order-set"
import { removeSetRows } from "./remove-set-rows"

export type PlacingSet = InferTypeOf<typeof OrderSet>

/**
 * Ends an attempt that a dead process left `placing`. The cart's `completed_at`
 * is the last write before the payment: with it, everything is there and the
 * buyer's payment is asked once more, which authorises nothing twice; without
 * it, or when the payment is refused, the rows go and the cart is open again.
 * The caller holds the lock on the cart.
 */
export async function endPlacingSet(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
  const set = await sets.retrieveOrderSet(id, { relations: ["shares"] })
  const cart = await container
    .resolve(Modules.CART)
    .retrieveCart(set.cart_id, { select: ["id", "completed_at"] })
  const isPrepared = !!cart.completed_at && (await hasOrders(container, set))
  if (isPrepared && (await finish(container, set))) {
    return
  }
  await removeSetRows(container, set, { wasPrepared: !!cart.completed_at })
}

async function hasOrders(
  container: MedusaContainer,
  { shares }: PlacingSet
): Promise<boolean> {
  const ids = shares.map(({ order_id }) => order_id)
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: ids }, { select: ["id"] })
  return orders.length === ids.length && ids.length > 0
}

const refusals: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

/** @returns false when the payment was refused. */
async function finish(
  container: MedusaContainer,
  set: PlacingSet
): Promise<boolean> {
  try {
    await finishOrderSetWorkflow(container).run({
      input: {
        id: set.id,
        order_ids: set.shares.map(({ order_id }) => order_id).sort(),
        payment_session_id: set.payment_session_id,
      },
    })
    return true
  } catch (error) {
    if (MedusaError.isMedusaError(error) && refusals.includes(error.type)) {
      return false
    }
    throw error
  }
}
