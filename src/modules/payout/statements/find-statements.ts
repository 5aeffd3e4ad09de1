import { MedusaError } from "@medusajs/framework/utils"
import type { Found, Page } from "../books/pages"
import { anyOf, readPage } from "../books/pages"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { DueStatement } from "./issue-statement"
import type { StatementContent } from "./statement-types"

/** A statement in a list; minor units as decimal text. */
export type StatementRow = {
  id: string
  number: string
  seller_id: string
  currency_code: string
  scale: number
  period: string
  opening: string
  closing: string
  hash: string
  previous_hash: string | null
  created_by: string | null
  created_at: Date
}

export type Statement = StatementRow & { content: StatementContent }

export type StatementSearch = Page & {
  ids?: string[]
  seller_ids?: string[]
  currency_codes?: string[]
  periods?: string[]
}

const columns = `id, number, seller_id, currency_code, scale, period,
  opening::text as opening, closing::text as closing, hash, previous_hash,
  created_by, created_at`

/** The first month of each seller and currency that is over and has entries without a statement. */
const dueSql = `
  select a.owner_id as seller_id, a.currency_code,
    to_char(min(first.created_at) at time zone 'utc', 'YYYY-MM') as period
  from ledger_account a
  join lateral (
    select e.created_at from ledger_entry e
    where e.account_id = a.id and e.account_version = 1 + coalesce((
      select max(through_version) from statement_account where account_id = a.id), 0)
  ) first on true
  where a.owner_type = 'seller'
    and (?::text is null or a.owner_id = ?)
    and (a.owner_id, a.currency_code) > (?, ?)
  group by a.owner_id, a.currency_code
  having min(first.created_at) <
    date_trunc('month', (now() - interval '1 hour') at time zone 'utc') at time zone 'utc'
  order by a.owner_id, a.currency_code
  limit ?`

export async function findDueStatements(
  context: PayoutContext,
  {
    seller_id = null,
    after,
    limit,
  }: {
    seller_id?: string | null
    after?: Pick<DueStatement, "seller_id" | "currency_code">
    limit: number
  }
): Promise<DueStatement[]> {
  return await sql<DueStatement>(context, dueSql, [
    ...[seller_id, seller_id],
    ...[after?.seller_id ?? "", after?.currency_code ?? "", limit],
  ])
}

/** Newest period first, then by number. */
export async function searchStatements(
  context: PayoutContext,
  search: StatementSearch
): Promise<Found<StatementRow>> {
  return await readPage<StatementRow>(context, {
    ...{ select: columns, from: "seller_statement" },
    ...{ limit: search.limit, offset: search.offset },
    conditions: [
      [anyOf("id"), search.ids],
      [anyOf("seller_id"), search.seller_ids],
      [anyOf("currency_code"), search.currency_codes],
      [anyOf("period"), search.periods],
    ],
    order: "period desc, number desc",
  })
}

/** @throws MedusaError NOT_FOUND, also for another seller's. */
export async function readStatement(
  context: PayoutContext,
  { id, seller_id }: { id: string; seller_id: string }
): Promise<Statement> {
  const [row] = await sql<Statement>(
    context,
    `select ${columns}, content from seller_statement where id = ? and seller_id = ?`,
    [id, seller_id]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Statement with id: ${id} was not found`
    )
  }
  return row
}
