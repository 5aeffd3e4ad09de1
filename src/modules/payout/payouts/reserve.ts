import { generateEntityId } from "@medusajs/framework/utils"
import { minorDigits } from "../../../money/scale"
import type { CurrencyAccount } from "../ledger/lock-accounts"
import { currencyKey, lockAccounts } from "../ledger/lock-accounts"
import { postAll } from "../ledger/post"
import { platformAccount, sellerAccount } from "../postings/accounts"
import { payoutCarryLegs, payoutReserveLegs } from "../postings/payouts"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
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

type Unsettled = {
  account_id: string
  total: string
  through: string
  open: boolean
}

/** Entries after what the last payout swept, by account. */
const unsettledSql = `
  select a.id as account_id, coalesce(sum(e.amount), 0)::text as total,
    swept.through::text as through,
    exists (select 1 from payout p where p.seller_id = a.owner_id
      and p.currency_code = a.currency_code
      and p.status in ('reserved', 'submitting', 'unknown', 'submitted')) as open
  from ledger_account a
  cross join lateral (
    select coalesce(max(through_version), 0) as through from payout
    where seller_id = a.owner_id and currency_code = a.currency_code
  ) swept
  left join ledger_entry e
    on e.account_id = a.id and e.account_version > swept.through
  where a.id in (select jsonb_array_elements_text(?::jsonb))
  group by a.id, swept.through`

const insertPayoutsSql = `
  insert into payout (id, seller_id, currency_code, scale, amount, status,
    provider_id, provider_account_id, account_data, idempotency_key, period,
    through_version, created_by, run_id)
  select id, seller_id, currency_code, scale, amount, 'reserved', provider_id,
    provider_account_id, account_data, id || ':1', period, through, created_by,
    run_id
  from jsonb_to_recordset(?::jsonb) as p(id text, seller_id text,
    currency_code text, scale int, amount numeric, provider_id text,
    provider_account_id text, account_data jsonb, period text, through bigint,
    created_by text, run_id text)`

const insertItemsSql = `
  insert into payout_item (entry_id, payout_id, amount)
  select e.id, p.id, e.amount
  from jsonb_to_recordset(?::jsonb) as p(id text, account_id text, after bigint,
    through bigint)
  join ledger_entry e on e.account_id = p.account_id
    and e.account_version > p.after and e.account_version <= p.through`

/** A payout to be, with what of its seller's account it sweeps. */
type Reserved = Reservation & {
  id: string
  scale: number
  amount: bigint
  carry: bigint
  account_id: string
  after: bigint
  through: bigint
}

/**
 * Takes everything unsettled of each seller's `available` for a payout: its own
 * reserve entry is among its items, so that they sum to zero. All or none, in
 * one transaction with as many statements for many sellers as for one.
 *
 * @param reservations - A seller and currency once.
 * @returns the ids of the payouts; none for whom too little is there, or a payout is under way.
 */
export async function reservePayouts(
  context: PayoutContext,
  reservations: Reservation[]
): Promise<string[]> {
  const accounts = await lockAccounts(context, reservations.flatMap(accountsOf))
  const ids = reservations.flatMap(
    (one) => accounts.get(currencyKey(availableOf(one)))?.id ?? []
  )
  const unsettled = new Map(
    (await sql<Unsettled>(context, unsettledSql, [JSON.stringify(ids)])).map(
      (row) => [row.account_id, row]
    )
  )
  const reserved = reservations.flatMap((one) => {
    const account = accounts.get(currencyKey(availableOf(one)))
    const found = account && unsettled.get(account.id)
    return found ? reservedOf(one, found, account.version) : []
  })
  if (reserved.length) {
    await sql(context, insertPayoutsSql, [asRecords(reserved)])
    await postAll(context, reserved.flatMap(reservePostings), accounts)
    await sql(context, insertItemsSql, [asRecords(reserved)])
  }
  return reserved.map(({ id }) => id)
}

function availableOf({ seller_id, currency_code }: Reservation) {
  return { ...sellerAccount(seller_id, "available"), currency_code }
}

function accountsOf(reservation: Reservation): CurrencyAccount[] {
  const { seller_id, currency_code, quantum } = reservation
  return [
    availableOf(reservation),
    { ...sellerAccount(seller_id, "in_transit"), currency_code },
    // Every reservation of a currency would wait for this one: only where rests can be.
    ...(quantum > 1n ? [{ ...platformAccount("carry"), currency_code }] : []),
  ]
}

function reservedOf(
  reservation: Reservation,
  { account_id, total, through, open }: Unsettled,
  version: bigint
): Reserved[] {
  const { quantum, minimum, currency_code } = reservation
  const unsettled = BigInt(total)
  const carry = unsettled > 0n ? unsettled % quantum : 0n
  const amount = unsettled - carry
  if (open || amount <= 0n || amount < minimum) {
    return []
  }
  return [
    {
      ...reservation,
      id: generateEntityId(undefined, "pout"),
      scale: minorDigits(currency_code),
      ...{ amount, carry, account_id },
      after: BigInt(through),
      // The carried rest comes back after the sweep, so that the next payout finds it.
      through: version + (carry > 0n ? 2n : 1n),
    },
  ]
}

function reservePostings(payout: Reserved): Posting[] {
  const { id, seller_id, currency_code, amount, carry } = payout
  const posting = (kind: PostingKind, legs: Posting["legs"]): Posting => ({
    ...{ kind, currency_code, legs },
    reference_type: "payout",
    reference_id: id,
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
