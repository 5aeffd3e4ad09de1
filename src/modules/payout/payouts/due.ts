import { MedusaError } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { PayoutSchedule } from "./period"
import { periodOf } from "./period"

/** A seller with money to pay out in one currency. */
export type DueSeller = {
  seller_id: string
  currency_code: string
  provider_id: string
  provider_account_id: string | null
  account_data: Record<string, string> | null
  /** The seller's own minimum in major units. */
  minimum: string | null
  period: string
}

export type DueQuery = {
  /** Only this seller, whatever its schedule says: an operator asked for it. */
  seller_id?: string
  currency_code?: string
  now: Date
  /** Major units, for sellers without a floor of their own. */
  floor?: number
  /** How often a payout that failed is tried again within its period. */
  retryLimit: number
  /** Sellers to look at, after one of them. */
  limit: number
  after?: { seller_id: string; currency_code: string }
}

/** One page: who is due, and where the next page begins. */
export type DuePage = {
  due: DueSeller[]
  seen: number
  next?: DueQuery["after"]
}

type Candidate = Omit<DueSeller, "period"> & {
  schedule: PayoutSchedule
  /** Of the schedule's last turn. */
  last_period: string | null
  /** Of the last payout, also by hand. */
  last_status: string | null
  last_at: Date | null
  /** An operator ended it: trying again is not ours to decide. */
  last_by: string | null
  failures: number
}

/**
 * A seller below its floor on any account is not paid in any currency: what it
 * owes in one is secured by what it earns in the others.
 */
const from = `
  from ledger_account a
  join payout_account c on c.seller_id = a.owner_id and c.status = 'active'
    and c.removed_at is null and (c.held_until is null or c.held_until <= now())
  where a.owner_type = 'seller' and a.type = 'available' and a.balance > 0
    and (?::text is null or a.owner_id = ?)
    and (?::text is null or a.currency_code = ?)
    and not exists (select 1 from payout o
      where o.seller_id = a.owner_id and o.currency_code = a.currency_code
        and o.status in ('reserved', 'submitting', 'unknown', 'submitted'))
    and not exists (select 1 from ledger_account f
      where f.owner_type = 'seller' and f.owner_id = a.owner_id
        and f.type = 'available'
        and f.balance < coalesce(f.floor, ?::numeric * 10 ^ f.scale))`

/** What an operator pays in between is no turn of the schedule. */
const byHand = "by hand "

const candidatesSql = `
  select c.*, turn.period as last_period, last.status as last_status,
    last.updated_at as last_at, last.settled_by as last_by, (select count(*)::int from payout p
      where p.seller_id = c.seller_id and p.currency_code = c.currency_code
        and p.created_at >= turn.began_at and p.status = 'failed') as failures
  from (
    select a.owner_id as seller_id, a.currency_code, c.provider_id,
      c.provider_account_id, c.data as account_data, c.minimum, c.schedule
    ${from} and (a.owner_id, a.currency_code) > (?, ?)
    order by a.owner_id, a.currency_code
    limit ?
  ) c
  left join lateral (select p.status, p.updated_at, p.settled_by
    from payout p
    where p.seller_id = c.seller_id and p.currency_code = c.currency_code
    order by p.created_at desc limit 1) last on true
  left join lateral (select p.period, min(p.created_at) as began_at
    from payout p
    where p.seller_id = c.seller_id and p.currency_code = c.currency_code
      and p.period not like '${byHand}%'
    group by p.period order by began_at desc limit 1) turn on true
  order by c.seller_id, c.currency_code`

/** Whom the schedules say to pay now. */
export async function findDueSellers(
  context: PayoutContext,
  query: DueQuery
): Promise<DuePage> {
  const { after, limit } = query
  const rows = await sql<Candidate>(context, candidatesSql, [
    ...[...filterOf(query), after?.seller_id ?? ""],
    ...[after?.currency_code ?? "", limit],
  ])
  return {
    due: rows.flatMap((row) => dueOf(row, query)),
    seen: rows.length,
    next: rows.length === limit ? rows.at(-1) : undefined,
  }
}

/** How many sellers have something to pay out, now or by a later turn of their schedule. */
export async function countCandidates(
  context: PayoutContext,
  query: Pick<DueQuery, "seller_id" | "currency_code" | "floor">
): Promise<number> {
  const [row] = await sql<{ n: number }>(
    context,
    `select count(*)::int as n ${from}`,
    filterOf(query)
  )
  return row?.n ?? 0
}

function filterOf({
  seller_id,
  currency_code,
  floor,
}: Pick<DueQuery, "seller_id" | "currency_code" | "floor">): (
  string | number | null
)[] {
  if (seller_id === "" || currency_code === "") {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Which seller?")
  }
  const only = seller_id ?? null
  const currency = currency_code ?? null
  return [only, only, currency, currency, floor ?? null]
}

function dueOf(row: Candidate, query: DueQuery): DueSeller[] {
  const { schedule, last_period, last_status, last_at, last_by, ...rest } = row
  const { failures, ...seller } = rest
  const { seller_id, now } = query
  const period = seller_id
    ? `${byHand}${now.toISOString()}`
    : periodOf(schedule, now)
  const again = last_status === "failed" && !last_by && mayRetry(row, query)
  return period && (period !== last_period || again)
    ? [{ ...seller, period }]
    : []
}

/** An hour after the first failure of a period, by hand too, two after the second, and so on. */
function mayRetry(
  { failures, last_at }: Candidate,
  { now, retryLimit }: DueQuery
): boolean {
  const since = last_at ? now.getTime() - new Date(last_at).getTime() : 0
  return failures <= retryLimit && since >= failures * 3_600_000
}
