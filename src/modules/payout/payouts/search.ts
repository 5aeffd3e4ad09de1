import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { PostingKind } from "../types"
import type { PayoutStatus } from "./transitions"

/** A payout as an operator reads it; its seller reads less. */
export type PayoutFound = {
  id: string
  seller_id: string
  currency_code: string
  scale: number
  /** Minor units of `scale` digits. */
  amount: string
  status: PayoutStatus
  provider_id: string
  provider_account_id: string | null
  provider_ref: string | null
  attempt: number
  period: string
  reason: string | null
  created_by: string | null
  settled_by: string | null
  run_id: string | null
  file_id: string | null
  first_sent_at: Date | null
  next_check_at: Date | null
  paid_at: Date | null
  created_at: Date
  updated_at: Date
}

/** An entry of `available` that a payout settled. */
export type PayoutItemFound = {
  entry_id: string
  amount: string
  kind: PostingKind
  order_id: string | null
  note: string | null
  occurred_at: Date
}

export const payoutSortColumns = [
  "created_at",
  "updated_at",
  "amount",
  "status",
  "paid_at",
] as const

/** Filters add up; an empty list finds nothing. */
export type PayoutSearch = {
  ids?: string[]
  seller_ids?: string[]
  statuses?: string[]
  provider_ids?: string[]
  currency_codes?: string[]
  run_ids?: string[]
  /** Part of the payout's or the provider's id. */
  q?: string
  created_from?: Date
  created_to?: Date
  order?: { column: (typeof payoutSortColumns)[number]; descending: boolean }
  limit: number
  offset: number
}

const columns = `id, seller_id, currency_code, scale, amount::text as amount, status,
  provider_id, provider_account_id, provider_ref, attempt, period, reason,
  created_by, settled_by, run_id, file_id, first_sent_at, next_check_at, paid_at,
  created_at, updated_at`

const itemsSql = `
  select i.entry_id, i.amount::text as amount, t.kind, t.order_id, t.note, t.occurred_at
  from payout_item i
  join ledger_entry e on e.id = i.entry_id
  join ledger_transaction t on t.id = e.transaction_id
  where i.payout_id = ?
  order by e.account_version limit ?::int offset ?::int`

/** One page, newest first unless asked otherwise, filtered and counted in the database. */
export async function searchPayouts(
  context: PayoutContext,
  search: PayoutSearch
): Promise<{ payouts: PayoutFound[]; count: number }> {
  const { where, values } = conditions(search)
  const { column, descending } = search.order ?? {
    column: "created_at",
    descending: true,
  }
  const payouts = await sql<PayoutFound>(
    context,
    `select ${columns} from payout where ${where}
     order by ${column} ${descending ? "desc" : "asc"} nulls last, id desc
     limit ?::int offset ?::int`,
    [...values, search.limit, search.offset]
  )
  const [total] = await sql<{ n: number }>(
    context,
    `select count(*)::int as n from payout where ${where}`,
    values
  )
  return { payouts, count: total?.n ?? 0 }
}

/** What a payout settled, in the order of the books. */
export async function readItems(
  context: PayoutContext,
  page: { payout_id: string; limit: number; offset: number }
): Promise<{ items: PayoutItemFound[]; count: number }> {
  const items = await sql<PayoutItemFound>(context, itemsSql, [
    ...[page.payout_id, page.limit, page.offset],
  ])
  const [total] = await sql<{ n: number }>(
    context,
    "select count(*)::int as n from payout_item where payout_id = ?",
    [page.payout_id]
  )
  return { items, count: total?.n ?? 0 }
}

function conditions(search: PayoutSearch): {
  where: string
  values: (string | Date)[]
} {
  const where = ["true"]
  const values: (string | Date)[] = []
  const oneOf = (column: string, wanted: string[] | undefined) => {
    if (wanted) {
      where.push(`${column} = any(string_to_array(?, ','))`)
      values.push(wanted.join(","))
    }
  }
  oneOf("id", search.ids)
  oneOf("seller_id", search.seller_ids)
  oneOf("status", search.statuses)
  oneOf("provider_id", search.provider_ids)
  oneOf("currency_code", search.currency_codes)
  oneOf("run_id", search.run_ids)
  if (search.q) {
    const part = `%${search.q.replace(/[\\%_]/g, "\\$&")}%`
    where.push("(id ilike ? or provider_ref ilike ?)")
    values.push(part, part)
  }
  if (search.created_from) {
    where.push("created_at >= ?")
    values.push(search.created_from)
  }
  if (search.created_to) {
    where.push("created_at <= ?")
    values.push(search.created_to)
  }
  return { where: where.join(" and "), values }
}
