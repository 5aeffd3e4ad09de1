import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { sellerSortColumns } from "../../../modules/seller/search"
import {
  sellerStatuses,
  type SellerStatus,
} from "../../../modules/seller/types"
import { listSellersWorkflow } from "../../../workflows/seller/list-sellers"
import { listQuery, type ListQuery } from "../../_contracts/list-query"
import { storeStatuses, storeStatusOf } from "../../_contracts/public-seller"
import { presentOwnSeller } from "../../_contracts/seller"

// Clients sort by the name they know the status under.
const columns = [...sellerSortColumns, "store_status"] as const
type Column = (typeof columns)[number]

/** All sellers: `{ sellers, count, offset, limit }`, by `q`, `status`, `store_status`, `id`, `created_at`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { values, order, ...query } = listQuery(req.query, columns)
  const { result } = await listSellersWorkflow(req.scope).run({
    input: {
      ...query,
      ids: values("id"),
      statuses: statusesOf(values),
      order: order && {
        ...order,
        column: order.column === "store_status" ? "status" : order.column,
      },
    },
  })
  res.json({
    sellers: result.sellers.map(presentOwnSeller),
    count: result.count,
    offset: query.offset,
    limit: query.limit,
  })
}

function statusesOf(
  values: ListQuery<Column>["values"]
): SellerStatus[] | undefined {
  const status = values("status")
  const storeStatus = values("store_status")
  ensureKnown("status", status, sellerStatuses)
  ensureKnown("store_status", storeStatus, storeStatuses)
  return status || storeStatus
    ? sellerStatuses.filter(
        (known) =>
          (!status || status.includes(known)) &&
          (!storeStatus || storeStatus.includes(storeStatusOf(known)))
      )
    : undefined
}

function ensureKnown(
  name: string,
  values: string[] | undefined,
  known: readonly string[]
): void {
  const unknown = values?.find((value) => !known.includes(value))
  if (unknown !== undefined) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Query parameter '${name}' takes ${known.join(", ")}`
    )
  }
}
