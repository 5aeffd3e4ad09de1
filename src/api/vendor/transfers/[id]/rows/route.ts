import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  transferRowColumns,
  transferRowSearch,
} from "../../../../_contracts/transfer"
import { readOwnTransfer } from "../../read-own-transfer"

/** What became of each product of a file: `{ rows, count, offset, limit }`, by `outcome` (accepted, request, error). */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { id } = await readOwnTransfer(req, ["id"])
  const { filters, pagination, limit, offset } = transferRowSearch(req.query)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "transfer_row",
      fields: transferRowColumns,
      filters: { ...filters, transfer_id: id },
      pagination,
    })
  res.json({ rows: data, count: metadata?.count ?? 0, offset, limit })
}
