import { generateEntityId } from "@medusajs/framework/utils"
import { minorDigits } from "../../../money/scale"
import { currencyKey, lockAccounts } from "../ledger/lock-accounts"
import { postAll } from "../ledger/post"
import { platformAccount, sellerAccount } from "../postings/accounts"
import { payoutCarryLegs, payoutReserveLegs } from "../postings/payouts"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { Posting, PostingKind } from "../types"

export type Reservation = {
  seller_id: string
  currency_code: string
  provider_id: string
  provider_account_id: string | null
  account_data: Record<string, string> | null
  period: string
  run_id?: string | null
  /** Minor units; less is not paid. */
  minimum: bigint
  /** The provider's smallest step; the rest is carried over. */
  quantum: bigint
  created_by?: string | null
}

type Unsettled = { total: string; through: string; open: boolean }

/** Entries after what the last payout swept. */
const unsettledSql = `
  select coalesce(sum(e.amount), 0)::text as total, swept.through::text as through,
    exists (select 1 from payout p where p.seller_id = ? and p.currency_code = ?
      and p.status in ('reserved', 'submitting', 'unknown', 'submitted')) as open
  from (
    select coalesce(max(through_version), 0) as through
    from payout where seller_id = ? and currency_code = ?
  ) swept
  left join ledger_entry e
    on e.account_id = ? and e.account_version > swept.through
  group by swept.through`

const insertPayoutSql = `
  insert into payout (id, seller_id, currency_code, scale, amount, status,
    provider_id, provider_account_id, account_data, idempotency_key, period,
    through_version, created_by, run_id)
  values (?, ?, ?, ?, ?, 'reserved', ?, ?, ?::jsonb, ?, ?, ?, ?, ?)`

const insertItemsSql = `
  insert into payout_item (entry_id, payout_id, amount)
  select id, ?, amount from ledger_entry
  where account_id = ? and account_version > ? and account_version <= ?`

/**
 * Takes everything unsettled of a seller's `available` for a payout: its own
 * reserve entry is among its items, so that they sum to zero.
 *
 * @returns the payout's id; nothing when too little is there, or a payout is under way.
 */
export async function reservePayout(
  context: PayoutContext,
  reservation: Reservation
): Promise<string | undefined> {
  const { seller_id, currency_code, minimum, quantum } = reservation
  const available = { ...sellerAccount(seller_id, "available"), currency_code }
  const accounts = await lockAccounts(context, [
    available,
    { ...sellerAccount(seller_id, "in_transit"), currency_code },
    // Every reservation of a currency would wait for this one: only where rests can be.
    ...(quantum > 1n ? [{ ...platformAccount("carry"), currency_code }] : []),
  ])
  const account = accounts.get(currencyKey(available))
  if (!account) {
    return undefined
  }
  const at = [seller_id, currency_code]
  const [unsettled] = await sql<Unsettled>(context, unsettledSql, [
    ...[...at, ...at, account.id],
  ])
  const total = BigInt(unsettled?.total ?? 0)
  const carry = total > 0n ? total % quantum : 0n
  const amount = total - carry
  if (!unsettled || unsettled.open || amount <= 0n || amount < minimum) {
    return undefined
  }
  const id = generateEntityId(undefined, "pout")
  // The carried rest comes back after the sweep, so that the next payout finds it.
  const through = account.version + (carry > 0n ? 2n : 1n)
  await insertPayout(context, { ...reservation, id, amount, through })
  const postings = reservePostings(reservation, id, { amount, carry })
  await postAll(context, postings, accounts)
  await sql(context, insertItemsSql, [
    ...[id, account.id, unsettled.through, through.toString()],
  ])
  return id
}

async function insertPayout(
  context: PayoutContext,
  payout: Reservation & { id: string; amount: bigint; through: bigint }
): Promise<void> {
  await sql(context, insertPayoutSql, [
    ...[payout.id, payout.seller_id, payout.currency_code],
    ...[minorDigits(payout.currency_code), payout.amount.toString()],
    ...[payout.provider_id, payout.provider_account_id],
    ...[JSON.stringify(payout.account_data), `${payout.id}:1`, payout.period],
    ...[payout.through.toString(), payout.created_by ?? null],
    payout.run_id ?? null,
  ])
}

function reservePostings(
  { seller_id, currency_code }: Reservation,
  payoutId: string,
  { amount, carry }: { amount: bigint; carry: bigint }
): Posting[] {
  const posting = (kind: PostingKind, legs: Posting["legs"]): Posting => ({
    ...{ kind, currency_code, legs },
    reference_type: "payout",
    reference_id: payoutId,
  })
  const reserve = posting(
    "payout_reserve",
    payoutReserveLegs(seller_id, amount)
  )
  return carry > 0n
    ? [
        reserve,
        posting("payout_carry_out", payoutCarryLegs(seller_id, carry)),
        posting("payout_carry_in", payoutCarryLegs(seller_id, -carry)),
      ]
    : [reserve]
}
