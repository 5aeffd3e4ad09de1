import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { MovementRow } from "./statement-content"

/** One account's entries of a statement: after `from_version`, up to `through_version`. */
export type AccountRange = {
  account_id: string
  type: string
  from_version: string
  through_version: string
  opening: string
  closing: string
}

const amountOf = (condition: string) =>
  `coalesce(sum(e.amount) filter (where ${condition}), 0)::text`

const own = (type: string) =>
  amountOf(`r.account_id is not null and a.type = '${type}'`)

/**
 * Transactions with an entry in one of the ranges, and those of the month that
 * moved the seller's commission but none of its accounts.
 */
const movementsSql = `
  with ranges as (
    select account_id, from_version, through_version
    from jsonb_to_recordset(?::jsonb) as r(account_id text, from_version bigint,
      through_version bigint)
  ), moved as (
    select e.transaction_id, min(e.created_at) as booked_at
    from ranges r
    join ledger_entry e on e.account_id = r.account_id
      and e.account_version > r.from_version and e.account_version <= r.through_version
    group by e.transaction_id
    union all
    select t.id, min(e.created_at)
    from ledger_transaction t
    join ledger_entry e on e.transaction_id = t.id
    join ledger_account a on a.id = e.account_id
    where t.currency_code = ? and t.created_at >= ?::timestamptz and t.created_at < ?::timestamptz
      and t.kind in ('capture', 'credit', 'refund', 'credit_returned', 'reversal')
      and exists (select 1 from settlement_line s
        where s.order_id = t.order_id and s.seller_id = ?)
    group by t.id
    having bool_and(a.owner_type <> 'seller')
  )
  select t.id as transaction_id, t.kind, m.booked_at, t.reference_type,
    t.reference_id, t.order_id, t.note,
    ${amountOf("a.type in ('unallocated', 'credit') or (t.kind = 'refund' and a.type = 'psp')")} as money,
    ${amountOf("a.type = 'tax_payable'")} as tax,
    ${amountOf("a.type = 'promo_expense'")} as promo,
    ${amountOf("a.type = 'commission'")} as commission,
    ${amountOf("a.type = 'commission_tax'")} as commission_tax,
    ${own("pending")} as pending, ${own("available")} as available,
    ${own("reserved")} as reserved, ${own("in_transit")} as in_transit
  from moved m
  join ledger_transaction t on t.id = m.transaction_id
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id
  left join ranges r on r.account_id = e.account_id
    and e.account_version > r.from_version and e.account_version <= r.through_version
  group by t.id, m.booked_at
  order by m.booked_at, t.id`

type Row = Omit<MovementRow, "booked_at" | "buyer" | "discount_platform"> & {
  booked_at: Date
  /** Of payment services, undivided money and credit: below zero for what buyers paid. */
  money: string
  promo: string
}

export async function readMovements(
  context: PayoutContext,
  of: {
    seller_id: string
    currency_code: string
    from: Date
    to: Date
    ranges: AccountRange[]
  }
): Promise<MovementRow[]> {
  const rows = await sql<Row>(context, movementsSql, [
    ...[JSON.stringify(of.ranges), of.currency_code],
    ...[of.from.toISOString(), of.to.toISOString(), of.seller_id],
  ])
  return rows.map(({ booked_at, money, promo, ...row }) => ({
    ...row,
    booked_at: new Date(booked_at).toISOString(),
    buyer: (-BigInt(money)).toString(),
    discount_platform: (-BigInt(promo)).toString(),
  }))
}
