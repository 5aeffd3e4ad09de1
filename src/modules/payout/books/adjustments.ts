import { MedusaError } from "@medusajs/framework/utils"
import type { AdjustmentStatus } from "../ledger/adjust"
import type { PayoutContext } from "../transaction"
import type { Found, Page } from "./pages"
import { anyOf, readPage, within } from "./pages"

/** Minor units as decimal text. */
export type AdjustmentLine = {
  id: string
  kind: "adjustment" | "write_off"
  seller_id: string
  order_id: string | null
  currency_code: string
  amount: string
  reason: string
  status: AdjustmentStatus
  /** Too large for one person. */
  four_eyes: boolean
  created_by: string
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
}

export type AdjustmentSearch = Page & {
  ids?: string[]
  seller_ids?: string[]
  statuses?: string[]
  kinds?: string[]
  from?: Date
  to?: Date
}

const select = `id, kind, seller_id, order_id, currency_code,
  amount::text as amount, reason, status, four_eyes, created_by, decided_by,
  decided_at, created_at`

/** Newest first. */
export async function searchAdjustments(
  context: PayoutContext,
  search: AdjustmentSearch
): Promise<Found<AdjustmentLine>> {
  return await readPage<AdjustmentLine>(context, {
    ...{ select, from: "ledger_adjustment" },
    ...{ limit: search.limit, offset: search.offset },
    conditions: [
      [anyOf("id"), search.ids],
      [anyOf("seller_id"), search.seller_ids],
      [anyOf("status"), search.statuses],
      [anyOf("kind"), search.kinds],
      ...within("created_at", search),
    ],
    order: "created_at desc, id desc",
  })
}

/** @throws MedusaError NOT_FOUND */
export async function readAdjustment(
  context: PayoutContext,
  id: string
): Promise<AdjustmentLine> {
  const { rows } = await searchAdjustments(context, {
    ...{ ids: [id], limit: 1, offset: 0 },
  })
  const [row] = rows
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no adjustment ${id}`
    )
  }
  return row
}
