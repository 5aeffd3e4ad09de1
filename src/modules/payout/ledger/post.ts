import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import type { Posted, Posting, PostingKey } from "../types"
import {
  checkPosting,
  describeKey,
  fingerprint,
  postingKey,
} from "./check-posting"
import type { LockedAccount } from "./lock-accounts"
import { currencyKey, lockAccounts } from "./lock-accounts"

type Row = Posting & { id: string; part: string; fingerprint: string }

const insertTransactionsSql = `
  insert into ledger_transaction (id, kind, reference_type, reference_id, part,
    currency_code, fingerprint, order_id, reverses_id, occurred_at, created_by,
    approved_by, note)
  select id, kind, reference_type, reference_id, part, currency_code,
    fingerprint, order_id, reverses_id, coalesce(occurred_at, now()),
    created_by, approved_by, note
  from jsonb_to_recordset(?::jsonb) as t(id text, kind text,
    reference_type text, reference_id text, part text, currency_code text,
    fingerprint text, order_id text, reverses_id text, occurred_at timestamptz,
    created_by text, approved_by text, note text)
  on conflict (reference_type, reference_id, kind, part) do nothing
  returning id`

const findSql = `
  select t.id, t.kind, t.reference_type, t.reference_id, t.part, t.fingerprint
  from ledger_transaction t
  join jsonb_to_recordset(?::jsonb) as k(reference_type text,
    reference_id text, kind text, part text)
    on (t.reference_type, t.reference_id, t.kind, t.part)
      = (k.reference_type, k.reference_id, k.kind, k.part)`

const insertEntriesSql = `
  insert into ledger_entry (id, transaction_id, account_id, amount,
    balance_after, account_version)
  select id, transaction_id, account_id, amount, balance_after, account_version
  from jsonb_to_recordset(?::jsonb) as e(id text, transaction_id text,
    account_id text, amount numeric, balance_after numeric,
    account_version bigint)`

const updateAccountsSql = `
  update ledger_account a
  set balance = u.balance, version = u.version, updated_at = now()
  from jsonb_to_recordset(?::jsonb) as u(id text, balance numeric, version bigint)
  where a.id = u.id`

/**
 * Writes ledger transactions, all or none, in the given database transaction.
 * What is there already is left alone, so that a repeat is harmless.
 *
 * @param locked - What the caller's one {@link lockAccounts} answered, when it locked every account of the legs.
 * @returns one answer per posting, in the same order.
 * @throws MedusaError INVALID_DATA for legs that do not balance, UNEXPECTED_STATE when the same key stands with other legs.
 */
export async function postAll(
  context: PayoutContext,
  postings: Posting[],
  locked?: Map<string, LockedAccount>
): Promise<Posted[]> {
  postings.forEach(checkPosting)
  const rows = uniqueRows(postings)
  if (!rows.length) {
    return []
  }
  const accounts =
    locked ??
    (await lockAccounts(
      context,
      rows.flatMap(({ legs, currency_code }) =>
        legs.map((leg) => ({ ...leg, currency_code }))
      )
    ))
  const inserted = new Set(
    (
      await sql<{ id: string }>(context, insertTransactionsSql, [
        asRecords(rows.map(({ legs, ...row }) => row)),
      ])
    ).map(({ id }) => id)
  )
  const fresh = rows.filter(({ id }) => inserted.has(id))
  await writeEntries(context, fresh, accounts)
  const standing = await findStanding(
    context,
    rows.filter(({ id }) => !inserted.has(id))
  )
  const ids = new Map([
    ...standing,
    ...fresh.map((row) => [postingKey(row), row.id] as const),
  ])
  return postings.map((posting) => {
    const id = ids.get(postingKey(posting)) ?? ""
    return { id, posted: inserted.has(id) }
  })
}

/** {@link postAll} for one. */
export async function postOne(
  context: PayoutContext,
  posting: Posting
): Promise<Posted> {
  const [posted] = await postAll(context, [posting])
  return posted ?? { id: "", posted: false }
}

function uniqueRows(postings: Posting[]): Row[] {
  const rows = new Map<string, Row>()
  for (const posting of postings) {
    const row = {
      ...posting,
      id: generateEntityId(undefined, "ltx"),
      part: posting.part ?? "",
      fingerprint: fingerprint(posting),
    }
    const twin = rows.get(postingKey(row))
    if (twin && twin.fingerprint !== row.fingerprint) {
      throw differs(row)
    }
    rows.set(postingKey(row), twin ?? row)
  }
  return [...rows.values()]
}

async function findStanding(
  context: PayoutContext,
  rows: Row[]
): Promise<Map<string, string>> {
  if (!rows.length) {
    return new Map()
  }
  const found = await sql<Row>(context, findSql, [
    asRecords(
      rows.map(({ reference_type, reference_id, kind, part }) => ({
        ...{ reference_type, reference_id, kind, part },
      }))
    ),
  ])
  const byKey = new Map(found.map((row) => [postingKey(row), row]))
  const other = rows.find(
    (row) => byKey.get(postingKey(row))?.fingerprint !== row.fingerprint
  )
  if (other) {
    throw differs(other)
  }
  return new Map(found.map((row) => [postingKey(row), row.id]))
}

function differs(key: PostingKey): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The ${describeKey(key)} stands in the ledger with other legs: reverse that transaction instead of changing it`
  )
}

async function writeEntries(
  context: PayoutContext,
  rows: Row[],
  accounts: Map<string, LockedAccount>
): Promise<void> {
  const entries = rows.flatMap((row) =>
    row.legs.map((leg) => {
      const key = currencyKey({ ...leg, currency_code: row.currency_code })
      const account = accounts.get(key)
      if (!account) {
        throw new MedusaError(
          MedusaError.Types.UNEXPECTED_STATE,
          `Ledger account ${key} could not be locked`
        )
      }
      account.balance += leg.amount
      account.version += 1n
      return {
        id: generateEntityId(undefined, "lent"),
        transaction_id: row.id,
        account_id: account.id,
        amount: leg.amount,
        balance_after: account.balance,
        account_version: account.version,
      }
    })
  )
  if (entries.length) {
    await sql(context, insertEntriesSql, [asRecords(entries)])
    const touched = new Set(entries.map(({ account_id }) => account_id))
    const changed = [...accounts.values()].filter(({ id }) => touched.has(id))
    await sql(context, updateAccountsSql, [asRecords(changed)])
  }
}
