import { MedusaError } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { AccountType, Posted, PostingKey } from "../types"
import { describeKey } from "./check-posting"

const paidSql = (accounts: string) => `
  select coalesce(sum(-e.amount), 0)::text as total
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type in (${accounts})
  where t.order_id = ? and t.kind in ('capture', 'credit')
    and not exists (select 1 from ledger_transaction r where r.reverses_id = t.id)`

const accountLeftSql = `
  select coalesce(sum(e.amount), 0)::text as total
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type = ?
  where t.order_id = ? and a.owner_type = 'seller'`

const standingSql = `
  select t.id, e.amount::text as amount
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id and a.type = ?
  where t.reference_type = ? and t.reference_id = ? and t.kind = ? and t.part = ?`

async function total(
  context: PayoutContext,
  statement: string,
  values: string[]
): Promise<bigint> {
  const [row] = await sql<{ total: string }>(context, statement, values)
  return BigInt(row?.total ?? 0)
}

/** What was captured of an order and not reversed. */
export async function capturedOf(
  context: PayoutContext,
  orderId: string
): Promise<bigint> {
  return await total(context, paidSql("'unallocated'"), [orderId])
}

/** What was captured of an order or paid by credit, and not reversed. */
export async function paidOf(
  context: PayoutContext,
  orderId: string
): Promise<bigint> {
  return await total(context, paidSql("'unallocated', 'credit'"), [orderId])
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
 * Whether a posting whose legs depend on what came before stands already: a
 * repeat must not work them out again.
 *
 * @throws MedusaError UNEXPECTED_STATE when it stands with another amount.
 */
export async function findStandingPosting(
  context: PayoutContext,
  key: PostingKey,
  { account, amount }: Expected
): Promise<Standing | undefined> {
  const { reference_type, reference_id, kind, part } = key
  const [row] = await sql<{ id: string; amount: string }>(
    context,
    standingSql,
    [account, reference_type, reference_id, kind, part ?? ""]
  )
  if (row && amount !== undefined && BigInt(row.amount) !== amount) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The ${describeKey(key)} stands in the ledger with ${row.amount} instead of ${amount} minor units`
    )
  }
  return row && { id: row.id, posted: false, amount: BigInt(row.amount) }
}
