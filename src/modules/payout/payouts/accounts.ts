import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { PayoutAccountState } from "./provider"

export type SavedAccount = PayoutAccountState & {
  seller_id: string
  provider_id: string
  /** Days without payouts after the money's destination changed. */
  holdDays: number
}

const destinationChanged = `(payout_account.provider_id, payout_account.provider_account_id)
    is distinct from (excluded.provider_id, excluded.provider_account_id)`

/**
 * A new destination is not paid to for some days: time for the owners to notice
 * a thief. The first one is not a change.
 */
const saveSql = `
  insert into payout_account (id, seller_id, provider_id, provider_account_id,
    status, requirements)
  values (?, ?, ?, ?, ?, ?::jsonb)
  on conflict (seller_id) do update
  set provider_id = excluded.provider_id,
    provider_account_id = excluded.provider_account_id,
    status = excluded.status, requirements = excluded.requirements,
    updated_at = now(),
    held_until = case when ${destinationChanged}
      then greatest(payout_account.held_until, now() + make_interval(days => ?))
      else payout_account.held_until end,
    hold_reason = case when ${destinationChanged}
      then 'The payout details were changed' else payout_account.hold_reason end`

const updateStateSql = `
  update payout_account set status = ?, requirements = ?::jsonb, updated_at = now()
  where provider_id = ? and provider_account_id = ?`

const holdSql = `
  update payout_account
  set held_until = ?::timestamptz, hold_reason = ?, updated_at = now()
  where seller_id = ? returning id`

export async function saveAccount(
  context: PayoutContext,
  account: SavedAccount
): Promise<void> {
  await sql(context, saveSql, [
    ...[generateEntityId(undefined, "pacc"), account.seller_id],
    ...[account.provider_id, account.provider_account_id, account.status],
    ...[JSON.stringify(account.requirements), account.holdDays],
  ])
}

/** What a provider's message says of an account that we know; others change nothing. */
export async function updateAccountState(
  context: PayoutContext,
  providerId: string,
  state: PayoutAccountState
): Promise<void> {
  await sql(context, updateStateSql, [
    ...[state.status, JSON.stringify(state.requirements)],
    ...[providerId, state.provider_account_id],
  ])
}

/** @returns false when the seller has no payout account. */
export async function holdAccount(
  context: PayoutContext,
  hold: { seller_id: string; until: Date | null; reason: string | null }
): Promise<boolean> {
  const rows = await sql(context, holdSql, [
    ...[hold.until?.toISOString() ?? null, hold.reason, hold.seller_id],
  ])
  return rows.length === 1
}
