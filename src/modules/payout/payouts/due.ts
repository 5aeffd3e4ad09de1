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
  period: string
}

type Candidate = Omit<DueSeller, "period"> & {
  schedule: PayoutSchedule
  last_period: string | null
}

/**
 * A seller below its floor on any account is not paid in any currency: what it
 * owes in one is secured by what it earns in the others.
 */
const candidatesSql = `
  select a.owner_id as seller_id, a.currency_code, c.provider_id,
    c.provider_account_id, c.schedule,
    (select p.period from payout p
     where p.seller_id = a.owner_id and p.currency_code = a.currency_code
     order by p.created_at desc limit 1) as last_period
  from ledger_account a
  join payout_account c on c.seller_id = a.owner_id and c.status = 'active'
    and (c.held_until is null or c.held_until <= now())
  where a.owner_type = 'seller' and a.type = 'available' and a.balance > 0
    and (?::text is null or a.owner_id = ?)
    and not exists (select 1 from payout o
      where o.seller_id = a.owner_id and o.currency_code = a.currency_code
        and o.status in ('reserved', 'submitting', 'unknown', 'submitted'))
    and not exists (select 1 from ledger_account f
      where f.owner_type = 'seller' and f.owner_id = a.owner_id
        and f.type = 'available'
        and f.balance < coalesce(f.floor, ?::numeric * 10 ^ f.scale))
  order by a.owner_id, a.currency_code`

/**
 * Whom the schedules say to pay now.
 *
 * @param of.floor - Major units, for sellers without a floor of their own.
 * @param of.seller_id - Only this seller, whatever its schedule says: an operator asked for it.
 */
export async function findDueSellers(
  context: PayoutContext,
  { seller_id, now, floor }: { seller_id?: string; now: Date; floor?: number }
): Promise<DueSeller[]> {
  if (seller_id === "") {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Which seller?")
  }
  const only = seller_id ?? null
  const rows = await sql<Candidate>(context, candidatesSql, [
    ...[only, only, floor ?? null],
  ])
  return rows.flatMap(({ schedule, last_period, ...seller }) => {
    const period = only
      ? `by hand ${now.toISOString()}`
      : periodOf(schedule, now)
    return period && period !== last_period ? [{ ...seller, period }] : []
  })
}
