import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SellerStatus } from "../../../../modules/seller/types"
import { adminUpdateSellerWorkflow } from "../../../../workflows/seller/admin-update-seller"
import type { StoreStatus } from "../../../_contracts/public-seller"
import { toUpdate, type AdminUpdateSeller } from "../../../_contracts/seller"
import { operatorOf } from "../../../_kit/identity"
import { keepConflict } from "../../../_kit/keep-conflict"
import { readOwnSeller, readSeller, sellerIdOf } from "../read-seller"

const statusOf: Record<StoreStatus, SellerStatus> = {
  ACTIVE: "active",
  SUSPENDED: "suspended",
  INACTIVE: "terminated",
}

/** One seller with its members and the history of its status: `{ seller }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ seller: await readSeller(req.scope, sellerIdOf(req.params.id)) })
}

/**
 * Writes the given fields: `{ seller }`. `store_status` runs the transition of
 * the lifecycle; the status that a seller has already is left alone.
 */
export async function POST(
  req: MedusaRequest<AdminUpdateSeller>,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  const { store_status, reason, ...fields } = req.validatedBody
  const seller = await readOwnSeller(req.scope, id)
  const to =
    store_status && store_status !== seller.store_status
      ? statusOf[store_status]
      : undefined
  await keepConflict(
    adminUpdateSellerWorkflow(req.scope).run({
      input: {
        update: toUpdate(id, fields),
        change: to && {
          seller_id: id,
          to,
          by: "operator",
          actor_id: operatorOf(req),
          reason,
        },
      },
    })
  )
  await GET(req, res)
}
