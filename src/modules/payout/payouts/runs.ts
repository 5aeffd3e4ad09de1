import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { PayoutStatus } from "./transitions"

export type RunFailure = {
  seller_id: string
  currency_code: string
  error: string
}

/** What a batch adds to a run's counters. */
export type RunProgress = {
  reserved: number
  passed: number
  failures: RunFailure[]
}

/** A run as an operator reads it. */
export type RunRow = {
  id: string
  seller_id: string | null
  created_by: string | null
  status: "running" | "done"
  due: number
  reserved: number
  passed: number
  failed: number
  errors: RunFailure[] | null
  created_at: Date
  finished_at: Date | null
  /** How many of its payouts have which status now. */
  payouts: Partial<Record<PayoutStatus, number>>
}

const insertSql = `
  insert into payout_run (id, seller_id, created_by, due) values (?, ?, ?, ?)`

/** The first hundred failures say enough. */
const progressSql = `
  update payout_run
  set reserved = reserved + ?::int, passed = passed + ?::int, failed = failed + ?::int,
    errors = (select jsonb_agg(e) from (
      select e from jsonb_array_elements(coalesce(errors, '[]'::jsonb) || ?::jsonb)
        with ordinality as all_errors(e, place)
      order by place limit 100) first_errors),
    updated_at = now()
  where id = ?`

const finishSql = `
  update payout_run set status = 'done', finished_at = now(), updated_at = now()
  where id = ? and status = 'running'`

const readSql = `
  select r.id, r.seller_id, r.created_by, r.status, r.due, r.reserved, r.passed,
    r.failed, r.errors, r.created_at, r.finished_at,
    coalesce((select jsonb_object_agg(p.status, p.n) from (
      select status, count(*)::int as n from payout where run_id = r.id group by status
    ) p), '{}'::jsonb) as payouts
  from payout_run r
  where (?::text is null or r.id = ?)
  order by r.created_at desc, r.id desc
  limit ?::int offset ?::int`

export async function beginRun(
  context: PayoutContext,
  run: { seller_id?: string; created_by?: string; due: number }
): Promise<string> {
  const id = generateEntityId(undefined, "prun")
  await sql(context, insertSql, [
    ...[id, run.seller_id ?? null, run.created_by ?? null, run.due],
  ])
  return id
}

export async function addProgress(
  context: PayoutContext,
  id: string,
  { reserved, passed, failures }: RunProgress
): Promise<void> {
  await sql(context, progressSql, [
    ...[reserved, passed, failures.length, JSON.stringify(failures), id],
  ])
}

export async function finishRun(
  context: PayoutContext,
  id: string
): Promise<void> {
  await sql(context, finishSql, [id])
}

/** Newest first. */
export async function readRuns(
  context: PayoutContext,
  query: { id?: string; limit: number; offset: number }
): Promise<{ runs: RunRow[]; count: number }> {
  const id = query.id ?? null
  const runs = await sql<RunRow>(context, readSql, [
    ...[id, id, query.limit, query.offset],
  ])
  const [total] = await sql<{ n: number }>(
    context,
    "select count(*)::int as n from payout_run"
  )
  return { runs, count: total?.n ?? 0 }
}
