import { MedusaError } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import type { AccountType, Posted, PostingKey } from "../types"
import { describeKey, postingKey } from "./check-posting"

const paidSql = (accounts: string) => `
  select t.order_id, sum(-e.amount)::text as total
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type in (${accounts})
  where t.order_id in (select jsonb_array_elements_text(?::jsonb))
    and t.kind in ('capture', 'credit')
    and not exists (select 1 from ledger_transaction r where r.reverses_id = t.id)
  group by t.order_id`

const accountLeftSql = `
  select coalesce(sum(e.amount), 0)::text as total
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type = ?
  where t.order_id = ? and a.owner_type = 'seller'`

const standingSql = `
  select t.id, t.reference_type, t.reference_id, t.kind, t.part,
    e.amount::text as amount
  from jsonb_to_recordset(?::jsonb) as k(reference_type text, reference_id text,
    kind text, part text)
  join ledger_transaction t
    on (t.reference_type, t.reference_id, t.kind, t.part)
      = (k.reference_type, k.reference_id, k.kind, k.part)
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type = ?`

async function total(
  context: PayoutContext,
  statement: string,
  values: string[]
): Promise<bigint> {
  const [row] = await sql<{ total: string }>(context, statement, values)
  return BigInt(row?.total ?? 0)
}

async function totals(
  context: PayoutContext,
  accounts: string,
  orderIds: string[]
): Promise<Map<string, bigint>> {
  const rows = await sql<{ order_id: string; total: string }>(
    context,
    paidSql(accounts),
    [JSON.stringify(orderIds)]
  )
  return new Map(rows.map((row) => [row.order_id, BigInt(row.total)]))
}

/** What was captured of an order and not reversed. */
export async function capturedOf(
  context: PayoutContext,
  orderId: string
): Promise<bigint> {
  const all = await totals(context, "'unallocated'", [orderId])
  return all.get(orderId) ?? 0n
}

/** What was captured of orders or paid by credit, and not reversed; of nothing paid, nothing. */
export async function paidOfAll(
  context: PayoutContext,
  orderIds: string[]
): Promise<Map<string, bigint>> {
  return await totals(context, "'unallocated', 'credit'", orderIds)
}

/** {@link paidOfAll} of one. */
export async function paidOf(
  context: PayoutContext,
  orderId: string
): Promise<bigint> {
  return (await paidOfAll(context, [orderId])).get(orderId) ?? 0n
}

const creditLeftSql = `
  select coalesce(sum(-e.amount), 0)::text as total
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type = 'credit'
  where t.order_id = ?`

/** What credit paid of an order and did not go back. */
export async function creditLeftOf(
  context: PayoutContext,
  orderId: string
): Promise<bigint> {
  return await total(context, creditLeftSql, [orderId])
}

const keySql = `
  select id from ledger_transaction
  where reference_type = ? and reference_id = ? and kind = ? and part = ?`

/** A posting that stands under a key, whatever its legs. */
export async function findByKey(
  context: PayoutContext,
  { reference_type, reference_id, kind, part }: PostingKey
): Promise<Posted | undefined> {
  const [row] = await sql<{ id: string }>(context, keySql, [
    ...[reference_type, reference_id, kind, part ?? ""],
  ])
  return row && { id: row.id, posted: false }
}

/** What an order still has on one of its seller's accounts. */
export async function leftOf(
  context: PayoutContext,
  orderId: string,
  type: Extract<AccountType, "pending" | "reserved">
): Promise<bigint> {
  return await total(context, accountLeftSql, [type, orderId])
}

export type Expected = {
  account: AccountType
  /** Of the leg on that account; without it any amount is right. */
  amount?: bigint
}

/** A posting that is there, with the amount of the leg that was asked for. */
export type Standing = Posted & { amount: bigint }

/**
 * Which postings whose legs depend on what came before stand already: a repeat
 * must not work them out again.
 *
 * @returns those that stand, by {@link postingKey}.
 * @throws MedusaError UNEXPECTED_STATE when one stands with another amount.
 */
export async function findStandingPostings(
  context: PayoutContext,
  wanted: (PostingKey & Pick<Expected, "amount">)[],
  account: AccountType
): Promise<Map<string, Standing>> {
  const keys = wanted.map(({ reference_type, reference_id, kind, part }) => ({
    ...{ reference_type, reference_id, kind, part: part ?? "" },
  }))
  const rows = await sql<PostingKey & { id: string; amount: string }>(
    context,
    standingSql,
    [asRecords(keys), account]
  )
  const standing = new Map(
    rows.map((row): [string, Standing] => [
      postingKey(row),
      { id: row.id, posted: false, amount: BigInt(row.amount) },
    ])
  )
  for (const { amount, ...key } of wanted) {
    const stands = standing.get(postingKey(key))?.amount
    if (stands !== undefined && amount !== undefined && stands !== amount) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The ${describeKey(key)} stands in the ledger with ${stands} instead of ${amount} minor units`
      )
    }
  }
  return standing
}

/** {@link findStandingPostings} for one. */
export async function findStandingPosting(
  context: PayoutContext,
  key: PostingKey,
  { account, amount }: Expected
): Promise<Standing | undefined> {
  const found = await findStandingPostings(
    context,
    [{ ...key, amount }],
    account
  )
  return found.get(postingKey(key))
}
