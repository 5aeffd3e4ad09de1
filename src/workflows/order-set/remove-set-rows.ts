import type { LinkDefinition, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { OPERATOR_KEY } from "../../modules/order-set/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { SELLER_MODULE } from "../../modules/seller"
import { promotionUsageOf, type PlacedCart } from "./complete-cart-input"
import type { PlacingSet } from "./end-placing-set"
import { removePreparedMark } from "./prepared-mark"
import { releaseStock } from "./steps/reserve-stock"

/**
 * Removes whatever an attempt has written, in an order that may be cut off
 * anywhere and begun again: what shows that something is left goes last.
 *
 * @param wasPrepared - The cart carries the mark, so its promotions were counted.
 */
export async function removeSetRows(
  container: MedusaContainer,
  set: PlacingSet,
  { wasPrepared }: { wasPrepared: boolean }
): Promise<void> {
  const orderIds = set.shares.map(({ order_id }) => order_id)
  if (wasPrepared) {
    await openCart(container, set.cart_id)
  }
  await removeReservations(container, orderIds)
  await removeShares(container, set)
  await removeLinks(container, set)
  await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .forgetSettlementLines(orderIds)
  await container.resolve(Modules.ORDER).deleteOrders(orderIds)
  await container
    .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    .failOrderSet({ id: set.id, order_id: orderIds[0] ?? "" })
}

async function openCart(
  container: MedusaContainer,
  cartId: string
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "email",
      "customer.id",
      "items.adjustments.*",
      "shipping_methods.adjustments.*",
    ],
    filters: { id: cartId },
  })
  // The query's own type knows neither `adjustments` nor what the function reads of them.
  const cart = data[0] as PlacedCart | undefined
  if (cart) {
    const usage = promotionUsageOf(cart)
    await removePreparedMark(container, { cart_id: cartId, usage })
  }
}

async function removeReservations(
  container: MedusaContainer,
  orderIds: string[]
): Promise<void> {
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: orderIds }, { select: ["id"], relations: ["items"] })
  const lines = orders.flatMap(({ items }) => (items ?? []).map(({ id }) => id))
  if (lines.length) {
    const reservations = await container
      .resolve(Modules.INVENTORY)
      .listReservationItems({ line_item_id: lines }, { select: ["id"] })
    await releaseStock(
      container,
      reservations.map(({ id }) => id)
    )
  }
}

/** Also those that were written just before their rows could be told. */
async function removeShares(
  container: MedusaContainer,
  set: PlacingSet
): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const rows: { id: string }[] = await db("payment_collection")
    .select("id")
    .whereNull("deleted_at")
    .whereRaw("metadata->>'order_set_id' = ?", [set.id])
  if (rows.length) {
    // Their sessions and payments go with them; no provider is called.
    await container
      .resolve(Modules.PAYMENT)
      .deletePaymentCollections(rows.map(({ id }) => id))
  }
}

async function removeLinks(
  container: MedusaContainer,
  set: PlacingSet
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: promotions } = await query.graph({
    entity: "order_promotion",
    fields: ["order_id", "promotion_id"],
    filters: { order_id: set.shares.map(({ order_id }) => order_id) },
  })
  const links = set.shares.flatMap((share): LinkDefinition[] => {
    const from = { [Modules.ORDER]: { order_id: share.order_id } }
    const { payment_collection_id, seller_key } = share
    return [
      { ...from, [Modules.CART]: { cart_id: set.cart_id } },
      { ...from, [ORDER_SET_MODULE]: { order_set_id: set.id } },
      ...(seller_key === OPERATOR_KEY
        ? []
        : [{ ...from, [SELLER_MODULE]: { seller_id: seller_key } }]),
      ...(payment_collection_id
        ? [{ ...from, [Modules.PAYMENT]: { payment_collection_id } }]
        : []),
    ]
  })
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss([
    ...links,
    ...promotions.map(({ order_id, promotion_id }) => ({
      [Modules.ORDER]: { order_id },
      [Modules.PROMOTION]: { promotion_id },
    })),
  ])
}
