import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"

/** What a seller has in one currency; minor units as decimal text. */
export type SellerBalance = {
  currency_code: string
  scale: number
  pending: string
  available: string
  reserved: string
  in_transit: string
  /** Ever paid out, returned payouts left out. */
  paid: string
  /** Payouts stop below it; `null`: as the option `payoutFloor` says. */
  floor: string | null
}

/** A seller whose payouts an operator, or a change of details, stopped. */
export type PayoutHold = { held_until: Date; hold_reason: string | null }

const balancesSql = `
  select a.currency_code, max(a.scale) as scale,
    coalesce(sum(a.balance) filter (where a.type = 'pending'), 0)::text as pending,
    coalesce(sum(a.balance) filter (where a.type = 'available'), 0)::text as available,
    coalesce(sum(a.balance) filter (where a.type = 'reserved'), 0)::text as reserved,
    coalesce(sum(a.balance) filter (where a.type = 'in_transit'), 0)::text as in_transit,
    (select coalesce(sum(p.amount), 0)::text from payout p where p.seller_id = ?
      and p.currency_code = a.currency_code and p.status = 'paid') as paid,
    max(a.floor)::text as floor
  from ledger_account a
  where a.owner_type = 'seller' and a.owner_id = ?
  group by a.currency_code
  order by a.currency_code`

const holdSql = `
  select held_until, hold_reason from payout_account
  where seller_id = ? and held_until > now()`

export async function readBalances(
  context: PayoutContext,
  sellerId: string
): Promise<SellerBalance[]> {
  return await sql<SellerBalance>(context, balancesSql, [sellerId, sellerId])
}

export async function readHold(
  context: PayoutContext,
  sellerId: string
): Promise<PayoutHold | null> {
  const [hold] = await sql<PayoutHold>(context, holdSql, [sellerId])
  return hold ?? null
}
