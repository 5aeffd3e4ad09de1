import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { transferColumns, transferSearch } from "../../_contracts/transfer"
import { ownTransfers } from "./read-own-transfer"

/** What the caller reads and writes in the background: `{ transfers, count, offset, limit }`, by `kind`, `status`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { kinds, filters, pagination, limit, offset } = transferSearch(
    req.query
  )
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "transfer",
      fields: transferColumns,
      filters: { ...filters, ...ownTransfers(req, kinds) },
      pagination,
    })
  res.json({ transfers: data, count: metadata?.count ?? 0, offset, limit })
}
