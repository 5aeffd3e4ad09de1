import type { MedusaContainer } from "@medusajs/framework/types"
import type { RequestRow } from "../../../modules/request/service"
import { listSellersWorkflow } from "../../../workflows/seller/list-sellers"
import { presentRequest } from "../../_contracts/request"
import { presentOwnSeller } from "../../_contracts/seller"

/** Requests as the operator reads them, each with the seller it belongs to (null without one). */
export async function withSellers(
  scope: MedusaContainer,
  requests: RequestRow[]
) {
  const ids = [...new Set(requests.flatMap((row) => row.seller_id ?? []))]
  const { result } = await listSellersWorkflow(scope).run({
    input: { ids, limit: ids.length, offset: 0 },
  })
  const sellers = new Map(
    result.sellers.map((seller) => [seller.id, presentOwnSeller(seller)])
  )
  return requests.map((row) => ({
    ...presentRequest(row),
    seller: sellers.get(row.seller_id ?? "") ?? null,
  }))
}
