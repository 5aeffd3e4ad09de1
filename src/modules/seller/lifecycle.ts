import type { InferTypeOf } from "@medusajs/framework/types"
import { notFound } from "./errors"
import type { SellerStatusChange } from "./models/seller-status-change"
import type { SellerRow } from "./registration"
import type { SellerModuleService } from "./service"
import { lockSeller, type SellerContextOfModule } from "./transaction"
import { sellerTransition, type SellerTransition } from "./transitions"
import type { SellerStatus } from "./types"

export type StatusChange = {
  seller_id: string
  to: SellerStatus
  by: SellerTransition["by"]
  /** User id of the operator, or what acts in its place. */
  actor_id: string
  reason?: string | null
}

export type StatusChanged = {
  seller: SellerRow
  change: InferTypeOf<typeof SellerStatusChange>
  transition: SellerTransition
}

/**
 * One row of the transition table, with its history row. A terminated seller
 * gives its name, handle and e-mail free.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when the table has no such row.
 */
export async function changeStatus(
  service: SellerModuleService,
  { seller_id, to, by, actor_id, reason }: StatusChange,
  context: SellerContextOfModule
): Promise<StatusChanged> {
  if (!(await lockSeller(context, seller_id))) {
    throw notFound("Seller", seller_id)
  }
  const { status } = await service.retrieveSeller(
    seller_id,
    { select: ["id", "status"] },
    context
  )
  const transition = sellerTransition(status, to, by)
  await setStatus(service, { seller_id, status: to }, context)
  const change = await service.createSellerStatusChanges(
    {
      seller_id,
      from_status: status,
      to_status: to,
      actor_id,
      reason: reason ?? null,
    },
    context
  )
  const seller = await service.retrieveSeller(seller_id, {}, context)
  return { seller, change, transition }
}

/** Puts the former status back and drops the history row; repeating it changes nothing. */
export async function undoStatusChange(
  service: SellerModuleService,
  { change }: StatusChanged,
  context: SellerContextOfModule
): Promise<void> {
  await lockSeller(context, change.seller_id)
  const [kept] = await service.listSellerStatusChanges(
    { id: change.id },
    {},
    context
  )
  if (kept) {
    await setStatus(
      service,
      { seller_id: change.seller_id, status: change.from_status },
      context
    )
    await service.deleteSellerStatusChanges(change.id, context)
  }
}

async function setStatus(
  service: SellerModuleService,
  { seller_id, status }: { seller_id: string; status: SellerStatus },
  context: SellerContextOfModule
): Promise<void> {
  await service.updateSellers({ id: seller_id, status }, context)
  await service.updateSellerProfiles(
    { selector: { seller_id }, data: { is_living: status !== "terminated" } },
    context
  )
}
