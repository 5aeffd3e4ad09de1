import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import { updateAccountState } from "./accounts"
import type { PayoutProviderEvent } from "../../../payout-provider"
import { settlePayout } from "./settle"

type EventRow = {
  id: string
  provider_id: string
  payload: PayoutProviderEvent
}

const insertSql = `
  insert into provider_event (id, provider_id, event_id, payload, received_at)
  values (?, ?, ?, ?::jsonb, now())
  on conflict (provider_id, event_id) do nothing
  returning id`

/** One at a time and in a transaction of its own, so that a bad one keeps no other waiting. */
const claimSql = `
  select id, provider_id, payload from provider_event
  where processed_at is null and attempts < 10
    and (?::text is null or id > ?) and (?::text is null or id = ?)
  order by id
  for update skip locked
  limit 1`

const finishSql = `
  update provider_event
  set processed_at = now(), attempts = attempts + 1, error = null
  where id = ?`

const failSql = `
  update provider_event set attempts = attempts + 1, error = ?
  where id = ? and processed_at is null`

/** @returns the id of its row; nothing when it was kept before. */
export async function keepEvent(
  context: PayoutContext,
  providerId: string,
  event: PayoutProviderEvent
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>(context, insertSql, [
    ...[generateEntityId(undefined, "pevt"), providerId, event.event_id],
    JSON.stringify(event),
  ])
  return row?.id
}

/** Which message is next: after one that was seen, or only one. */
export type EventCursor = { after: string | null; only?: string }

/** The next unprocessed message, locked. */
export async function claimEvent(
  context: PayoutContext,
  { after, only = null }: { after: string | null; only?: string | null }
): Promise<EventRow | undefined> {
  const [row] = await sql<EventRow>(context, claimSql, [
    ...[after, after, only, only],
  ])
  return row
}

/** Does what a message says. Late and repeated news change nothing. */
export async function applyEvent(
  context: PayoutContext,
  { id, provider_id, payload }: EventRow
): Promise<void> {
  switch (payload.type) {
    case "payout":
      await settlePayout(context, {
        payout_id: payload.payout_id,
        ...payload.result,
      })
      break
    case "account":
      await updateAccountState(context, provider_id, payload)
      break
    case "ignored":
      break
  }
  await sql(context, finishSql, [id])
}

/** Counts a failed try and keeps its reason. */
export async function failEvent(
  context: PayoutContext,
  id: string,
  error: string
): Promise<void> {
  await sql(context, failSql, [error, id])
}
