import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

/** @throws MedusaError NOT_FOUND when the order is not the seller's. */
export async function ensureOrderOfSeller(
  container: MedusaContainer,
  { order_id, seller_id }: { order_id: string; seller_id: string }
): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(
    "select 1 from settlement_line where order_id = ? and seller_id = ? limit 1",
    [order_id, seller_id]
  )
  if (!rows.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Seller ${seller_id} has no order with id: ${order_id}`
    )
  }
}
