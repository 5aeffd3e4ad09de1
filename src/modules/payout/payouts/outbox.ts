import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"

export type NewOutboxMessage = {
  topic: string
  /** The same event is written once, however often its cause is repeated. */
  dedupe_key: string
  payload: Record<string, unknown>
}

export type ClaimedMessage = NewOutboxMessage & { id: string }

const insertSql = `
  insert into payout_outbox (id, topic, dedupe_key, payload, available_at)
  select id, topic, dedupe_key, payload, now()
  from jsonb_to_recordset(?::jsonb) as m(id text, topic text, dedupe_key text, payload jsonb)
  on conflict (dedupe_key) do nothing`

/** Whoever dies after a claim leaves the message to the next one, a minute later. */
const claimSql = `
  update payout_outbox o
  set attempts = o.attempts + 1, available_at = now() + interval '60 seconds'
  from (
    select id from payout_outbox
    where done_at is null and available_at <= now()
    order by available_at, id
    for update skip locked
    limit ?
  ) due
  where o.id = due.id
  returning o.id, o.topic, o.dedupe_key, o.payload`

const finishSql = `
  update payout_outbox set done_at = now()
  where done_at is null
    and id in (select id from jsonb_to_recordset(?::jsonb) as d(id text))`

export async function writeOutbox(
  context: PayoutContext,
  messages: NewOutboxMessage[]
): Promise<void> {
  const rows = messages.map((message) => ({
    ...message,
    id: generateEntityId(undefined, "pobx"),
  }))
  await sql(context, insertSql, [asRecords(rows)])
}

export async function claimOutbox(
  context: PayoutContext,
  limit: number
): Promise<ClaimedMessage[]> {
  return await sql<ClaimedMessage>(context, claimSql, [limit])
}

export async function finishOutbox(
  context: PayoutContext,
  ids: string[]
): Promise<void> {
  await sql(context, finishSql, [asRecords(ids.map((id) => ({ id })))])
}
