import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import type { PayoutRow } from "./payout-rows"
import { payoutColumns } from "./payout-rows"

export type FileRow = {
  id: string
  provider_id: string
  payouts: number
  stored_as: string | null
  filename: string | null
  created_by: string | null
  created_at: Date
}

const columns =
  "id, provider_id, payouts, stored_as, filename, created_by, created_at"

/** Each is ordered by one file, whoever asks at the same time. */
const waitingSql = `
  select id from payout
  where provider_id = ? and status = 'submitted' and file_id is null
    and currency_code = ?
  order by created_at, id
  limit ? for update skip locked`

const insertSql = `
  insert into payout_file (id, provider_id, created_by, payouts) values (?, ?, ?, ?)`

const assignSql = `
  update payout set file_id = ?, updated_at = now()
  where id in (select id from jsonb_to_recordset(?::jsonb) as p(id text))`

const storedSql = `
  update payout_file set stored_as = ?, filename = ?, updated_at = now()
  where id = ? and stored_as is null returning id`

/**
 * Takes the sent payouts that no file orders yet.
 *
 * @returns nothing when there are none.
 */
export async function beginFile(
  context: PayoutContext,
  file: {
    provider_id: string
    currency_code: string
    created_by: string | null
    limit: number
  }
): Promise<string | undefined> {
  const rows = await sql<{ id: string }>(context, waitingSql, [
    ...[file.provider_id, file.currency_code, file.limit],
  ])
  if (!rows.length) {
    return undefined
  }
  const id = generateEntityId(undefined, "pfil")
  await sql(context, insertSql, [
    ...[id, file.provider_id, file.created_by, rows.length],
  ])
  await sql(context, assignSql, [id, asRecords(rows)])
  return id
}

export async function readFile(
  context: PayoutContext,
  id: string
): Promise<{ file: FileRow; payouts: PayoutRow[] } | undefined> {
  const [file] = await sql<FileRow>(
    context,
    `select ${columns} from payout_file where id = ?`,
    [id]
  )
  const payouts = await sql<PayoutRow>(
    context,
    `select ${payoutColumns} from payout where file_id = ? order by created_at, id`,
    [id]
  )
  return file && { file, payouts }
}

/** @returns false when another copy was stored before. */
export async function keepStored(
  context: PayoutContext,
  file: { id: string; stored_as: string; filename: string }
): Promise<boolean> {
  const rows = await sql(context, storedSql, [
    ...[file.stored_as, file.filename, file.id],
  ])
  return rows.length === 1
}

/** Newest first. */
export async function listFiles(
  context: PayoutContext,
  page: { limit: number; offset: number }
): Promise<{ files: FileRow[]; count: number }> {
  const files = await sql<FileRow>(
    context,
    `select ${columns} from payout_file order by created_at desc, id desc
     limit ?::int offset ?::int`,
    [page.limit, page.offset]
  )
  const [total] = await sql<{ n: number }>(
    context,
    "select count(*)::int as n from payout_file"
  )
  return { files, count: total?.n ?? 0 }
}
