import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  transferKinds,
  type TransferKind,
} from "../../../modules/transfer/types"
import type { Permission } from "../../../modules/seller/types"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { oneRow } from "../../_kit/one-row"
import { sellerContext } from "../../_kit/vendor-route"

const permissions: Record<TransferKind, Permission> = {
  product_import: "catalog:read",
  product_export: "catalog:read",
  order_export: "orders:read",
}

/** What the caller began itself, as far as its role still reads such things. */
export function ownTransfers(req: MedusaRequest, kinds?: string[]) {
  const { sellerId, memberId, permissions: held } = sellerContext(req)
  return {
    ...sellerColumnFilter(sellerId),
    member_id: memberId,
    kind: transferKinds.filter(
      (kind) =>
        held.includes(permissions[kind]) && (kinds?.includes(kind) ?? true)
    ),
  }
}

/**
 * The transfer of the path.
 *
 * @throws MedusaError NOT_FOUND, also for another member's.
 */
export async function readOwnTransfer(req: MedusaRequest, fields: string[]) {
  const id = req.params.id ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "transfer",
      fields,
      filters: { id, ...ownTransfers(req) },
    })
  return oneRow(data, "transfer", id)
}
