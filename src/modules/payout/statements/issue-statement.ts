import { createHash } from "node:crypto"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { minorDigits } from "../../../money/scale"
import { writeOutbox } from "../payouts/outbox"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import { monthOf } from "./month"
import type { AccountRange } from "./read-movements"
import { readMovements } from "./read-movements"
import { statementContent } from "./statement-content"
import type { StatementContent, StatementParty } from "./statement-types"

/** A month of a seller in one currency that has no statement yet. */
export type DueStatement = {
  seller_id: string
  currency_code: string
  /** A month in UTC, e.g. `2026-11`. */
  period: string
}

export type NewStatement = DueStatement & {
  issuer: StatementParty
  seller: StatementParty
  /** The operator who asked for it; nobody: the job. */
  created_by?: string | null
}

/** Advisory: one statement of a seller at a time, so that each continues the one before. */
const lockSql = `
  select pg_advisory_xact_lock(hashtextextended(?, 20261126))`

const standingSql = `
  select id from seller_statement
  where seller_id = ? and currency_code = ? and period = ?`

const rangesSql = `
  select a.id as account_id, a.type,
    coalesce(before.through_version, 0)::text as from_version,
    coalesce(month.through_version, before.through_version, 0)::text as through_version,
    coalesce(before.closing, 0)::text as opening,
    coalesce((select balance_after from ledger_entry
      where account_id = a.id and account_version = month.through_version),
      before.closing, 0)::text as closing,
    earlier.at as earlier
  from ledger_account a
  left join lateral (
    select through_version, closing from statement_account
    where account_id = a.id order by through_version desc limit 1
  ) before on true
  left join lateral (
    select max(account_version) as through_version from ledger_entry
    where account_id = a.id and account_version > coalesce(before.through_version, 0)
      and created_at < ?::timestamptz
  ) month on true
  left join lateral (
    select created_at as at from ledger_entry
    where account_id = a.id and account_version = coalesce(before.through_version, 0) + 1
      and created_at < ?::timestamptz
  ) earlier on true
  where a.owner_type = 'seller' and a.owner_id = ? and a.currency_code = ?
  order by array_position(array['pending', 'available', 'reserved', 'in_transit'], a.type)`

const previousSql = `
  select hash from seller_statement where seller_id = ? and currency_code = ?
  order by period desc limit 1`

const nextNumberSql = `
  insert into statement_series (year, last) values (?, 1)
  on conflict (year) do update set last = statement_series.last + 1
  returning last`

const insertSql = `
  insert into seller_statement (id, number, year, sequence, seller_id,
    currency_code, scale, period, opening, closing, content, previous_hash,
    hash, created_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)`

const insertAccountsSql = `
  insert into statement_account (statement_id, account_id, from_version,
    through_version, opening, closing)
  select ?, account_id, from_version, through_version, opening, closing
  from jsonb_to_recordset(?::jsonb) as a(account_id text, from_version bigint,
    through_version bigint, opening numeric, closing numeric)`

/**
 * Freezes a finished month. What was booked is cut by the accounts' versions,
 * so that one statement begins exactly where the last ended.
 *
 * @returns the statement's id; the standing one when the month has one; nothing when nothing was booked.
 * @throws MedusaError NOT_ALLOWED while the month goes on, or when an earlier one has none yet.
 */
export async function issueStatement(
  context: PayoutContext,
  statement: NewStatement
): Promise<string | undefined> {
  const { seller_id, currency_code, period } = statement
  const { from, to } = monthOf(period)
  await sql(context, lockSql, [`statement:${seller_id}:${currency_code}`])
  const key = [seller_id, currency_code]
  const [standing] = await sql<{ id: string }>(context, standingSql, [
    ...[...key, period],
  ])
  if (standing) {
    return standing.id
  }
  const accounts = await readAccounts(context, statement, { from, to })
  const ranges = accounts.filter(
    (one) => one.from_version !== one.through_version
  )
  if (!ranges.length) {
    return undefined
  }
  const content = statementContent({
    ...{ issuer: statement.issuer, seller: statement.seller },
    ...{ period, currency_code, scale: minorDigits(currency_code) },
    accounts: accounts.map(({ type, opening, closing }) => ({
      ...{ type, opening, closing },
    })),
    movements: await readMovements(context, {
      ...{ seller_id, currency_code, from, to, ranges },
    }),
  })
  const id = await insertStatement(context, statement, content)
  await sql(context, insertAccountsSql, [id, asRecords(ranges)])
  return id
}

/** @throws MedusaError NOT_ALLOWED when something booked before the month is on no statement. */
async function readAccounts(
  context: PayoutContext,
  { seller_id, currency_code }: DueStatement,
  { from, to }: { from: Date; to: Date }
): Promise<AccountRange[]> {
  const accounts = await sql<AccountRange & { earlier: Date | null }>(
    context,
    rangesSql,
    [to.toISOString(), from.toISOString(), seller_id, currency_code]
  )
  const earlier = accounts.find((one) => one.earlier)?.earlier
  if (earlier) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `period: make the statement of ${new Date(earlier).toISOString().slice(0, 7)} first`
    )
  }
  return accounts
}

async function insertStatement(
  context: PayoutContext,
  { seller_id, currency_code, period, created_by }: NewStatement,
  content: StatementContent
): Promise<string> {
  const id = generateEntityId(undefined, "stmt")
  const [previous] = await sql<{ hash: string }>(context, previousSql, [
    ...[seller_id, currency_code],
  ])
  const year = Number(period.slice(0, 4))
  const [series] = await sql<{ last: number }>(context, nextNumberSql, [year])
  const sequence = series?.last ?? 1
  const number = `${year}-${String(sequence).padStart(6, "0")}`
  const previous_hash = previous?.hash ?? null
  await sql(context, insertSql, [
    ...[id, number, year, sequence, seller_id, currency_code, content.scale],
    ...[period, content.opening, content.closing, JSON.stringify(content)],
    ...[previous_hash, statementHash({ number, content, previous_hash })],
    created_by ?? null,
  ])
  await writeOutbox(context, [
    {
      ...{ topic: "seller_statement.issued", dedupe_key: id },
      payload: { id, seller_id, number, period },
    },
  ])
  return id
}

/** Of everything a statement says: the same text, the same hash. */
export function statementHash(statement: {
  number: string
  content: unknown
  previous_hash: string | null
}): string {
  const { number, content, previous_hash } = statement
  return createHash("sha256")
    .update(JSON.stringify(sorted({ number, previous_hash, content })))
    .digest("hex")
}

/** PostgreSQL keeps the keys of `jsonb` in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  if (typeof value !== "object" || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)])
  )
}
