import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SellerStatus } from "../../../modules/seller/types"

type Open = { orders: string; returns: string }

/** Open: neither completed nor cancelled, so that somebody still waits for goods or money. */
const openSql = `
  select count(*) filter (
      where o.status in ('draft', 'pending', 'requires_action')
    ) as orders,
    coalesce(sum((
      select count(*) from "return" r
      where r.order_id = o.id and r.deleted_at is null
        and r.status in ('open', 'requested', 'partially_received')
    )), 0) as returns
  from marketplace_order_seller l
  join "order" o on o.id = l.order_id and o.deleted_at is null
  where l.seller_id = ? and l.deleted_at is null`

/**
 * Refuses to terminate a seller that still has business to do.
 *
 * @throws MedusaError NOT_ALLOWED with the numbers of open orders and returns.
 */
export const ensureNothingOpenStep = createStep(
  "ensure-nothing-open",
  async (
    { seller_id, to }: { seller_id: string; to: SellerStatus },
    { container }
  ) => {
    if (to === "terminated") {
      const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { rows } = await db.raw<{ rows: Open[] }>(openSql, [seller_id])
      const orders = Number(rows[0]?.orders)
      const returns = Number(rows[0]?.returns)
      if (orders + returns > 0) {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `Seller ${seller_id} has open orders (${orders}) or returns (${returns}): complete or cancel them first`
        )
      }
    }
    return new StepResponse()
  }
)
