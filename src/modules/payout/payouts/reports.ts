import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutReportLine } from "../../../payout-provider"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import { settlePayout } from "./settle"
import type { PayoutStatus } from "./transitions"

/** A line that is in our tables, and the payout that it fits. */
export type KeptLine = {
  id: string
  line_id: string
  status: PayoutReportLine["status"]
  payout_ref: string | null
  provider_ref: string | null
  amount: string
  currency_code: string
  booked_at: Date
  reason: string | null
  payout_id: string | null
}

/** A line without a payout, or a payout without a line, and for how long. */
export type OpenLine = KeptLine & { provider_id: string; age_hours: number }
export type UnreportedPayout = {
  id: string
  seller_id: string
  provider_id: string
  amount: string
  currency_code: string
  status: PayoutStatus
  age_hours: number
}

const insertSql = `
  insert into payout_report_line (id, provider_id, line_id, status, payout_ref,
    provider_ref, amount, currency_code, booked_at, reason, imported_by)
  select id, ?, line_id, status, payout_id, provider_ref, amount, currency_code,
    booked_at, reason, ?
  from jsonb_to_recordset(?::jsonb) as l(id text, line_id text, status text,
    payout_id text, provider_ref text, amount numeric, currency_code text,
    booked_at timestamptz, reason text)
  on conflict (provider_id, line_id) do nothing
  returning id`

/** A line fits a payout that it names by one of both ids, of the very amount. */
const fittingSql = `
  select l.id, l.line_id, l.status, l.payout_ref, l.provider_ref,
    l.amount::text as amount, l.currency_code, l.booked_at, l.reason,
    p.id as payout_id
  from payout_report_line l
  join payout p on p.provider_id = l.provider_id
    and (p.id = l.payout_ref or p.provider_ref = l.provider_ref)
    and p.amount = l.amount and p.currency_code = l.currency_code
  where l.provider_id = ? and l.payout_id is null
  order by l.booked_at, l.line_id`

const fitSql = `
  update payout_report_line set payout_id = ?, updated_at = now()
  where id = ? and payout_id is null`

const openLinesSql = `
  select id, provider_id, line_id, status, payout_ref, provider_ref,
    amount::text as amount, currency_code, booked_at, reason, payout_id,
    floor(extract(epoch from now() - booked_at) / 3600)::int as age_hours
  from payout_report_line
  where payout_id is null and (?::text is null or provider_id = ?)
  order by booked_at, line_id limit 500`

const unreportedSql = `
  select p.id, p.seller_id, p.provider_id, p.amount::text as amount, p.currency_code,
    p.status, floor(extract(epoch from now()
      - coalesce(p.paid_at, p.first_sent_at)) / 3600)::int as age_hours
  from payout p
  where p.status in ('unknown', 'submitted', 'paid', 'returned')
    and (?::text is null or p.provider_id = ?)
    and not exists (select 1 from payout_report_line l where l.payout_id = p.id)
  order by p.first_sent_at, p.id limit 500`

/** @returns how many lines were new; a report that is read twice has none. */
export async function keepLines(
  context: PayoutContext,
  report: {
    provider_id: string
    imported_by: string | null
    lines: PayoutReportLine[]
  }
): Promise<number> {
  const rows = report.lines.map((line) => ({
    ...line,
    id: generateEntityId(undefined, "prep"),
  }))
  const kept = await sql(context, insertSql, [
    ...[report.provider_id, report.imported_by, asRecords(rows)],
  ])
  return kept.length
}

/** Lines without a payout that fit one, those of earlier reports too, oldest first. */
export async function findFitting(
  context: PayoutContext,
  providerId: string
): Promise<(KeptLine & { payout_id: string })[]> {
  return await sql<KeptLine & { payout_id: string }>(context, fittingSql, [
    providerId,
  ])
}

/** Does what a line says and joins the two, together. Late news change nothing. */
export async function settleLine(
  context: PayoutContext,
  line: KeptLine & { payout_id: string }
): Promise<void> {
  await settlePayout(context, {
    payout_id: line.payout_id,
    status: line.status,
    reason: line.reason,
  })
  await sql(context, fitSql, [line.payout_id, line.id])
}

/** What does not fit, either way; the oldest 500 of each. */
export async function readUnmatched(
  context: PayoutContext,
  providerId: string | undefined
): Promise<{ lines: OpenLine[]; payouts: UnreportedPayout[] }> {
  const values = [providerId ?? null, providerId ?? null]
  return {
    lines: await sql<OpenLine>(context, openLinesSql, values),
    payouts: await sql<UnreportedPayout>(context, unreportedSql, values),
  }
}
