import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type {
  PayoutAccountContext,
  PayoutAccountState,
  PayoutAccountStatus,
  PayoutOnboarding,
} from "../../../payout-provider"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import { endMisdirected } from "./misdirected"
import { writeOutbox } from "./outbox"
import type { PayoutSchedule } from "./period"

/** An account as its transitions are decided on. */
export type AccountRow = {
  id: string
  seller_id: string
  provider_id: string
  provider_account_id: string | null
  status: PayoutAccountStatus
  context: PayoutAccountContext | null
  data: Record<string, string> | null
  revision: number
  removed_at: Date | null
}

export type SavedAccount = PayoutAccountState & {
  id: string
  provider_id: string
  context: PayoutAccountContext
  /** Days without payouts after the money's destination changed. */
  holdDays: number
}

const columns = `id, seller_id, provider_id, provider_account_id, status, context,
  data, revision, removed_at`

const insertSql = `
  insert into payout_account (id, seller_id, provider_id, context)
  values (?, ?, ?, ?::jsonb)
  on conflict (seller_id) do nothing`

const readSql = `select ${columns} from payout_account where seller_id = ? for update`

/** Asked a moment ago, to the second, as providers date their news. */
const saveSql = `
  update payout_account
  set provider_id = ?, provider_account_id = ?, status = ?, requirements = ?::jsonb,
    data = coalesce(?::jsonb, data), context = ?::jsonb, state_at = date_trunc('second', now()),
    removed_at = null, updated_at = now(), revision = revision + ?::int,
    held_until = case when ?::boolean
      then greatest(held_until, now() + make_interval(days => ?)) else held_until end,
    hold_reason = case when ?::boolean
      then 'The payout details were changed' else hold_reason end,
    onboarding = case when ?::boolean then null else onboarding end
  where id = ?`

const readKnownSql = `
  select ${columns}, state_at from payout_account
  where provider_id = ? and provider_account_id = ? and removed_at is null
  for update`

const updateStateSql = `
  update payout_account
  set status = ?, requirements = ?::jsonb, data = coalesce(?::jsonb, data),
    state_at = ?::timestamptz, updated_at = now()
  where id = ?`

const removeSql = `
  update payout_account
  set status = 'disabled', removed_at = now(), revision = revision + 1,
    onboarding = null, updated_at = now()
  where id = ?`

const openPayoutSql = `
  select id from payout
  where seller_id = ? and status in ('reserved', 'submitting', 'unknown', 'submitted')
  limit 1`

const holdSql = `
  update payout_account
  set held_until = ?::timestamptz, hold_reason = ?, updated_at = now()
  where seller_id = ? returning id`

const settingsSql = `
  update payout_account
  set schedule = coalesce(?, schedule),
    minimum = case when ?::boolean then ? else minimum end, updated_at = now()
  where seller_id = ? and removed_at is null and provider_account_id is not null
  returning id`

const onboardingSql = `
  update payout_account set onboarding = ?::jsonb, updated_at = now() where id = ?`

/** The account's row is there before its provider is asked, so that a crash opens no second one. */
export async function beginAccount(
  context: PayoutContext,
  account: {
    seller_id: string
    provider_id: string
    context: PayoutAccountContext
  }
): Promise<AccountRow> {
  await sql(context, insertSql, [
    ...[generateEntityId(undefined, "pacc"), account.seller_id],
    ...[account.provider_id, JSON.stringify(account.context)],
  ])
  const [row] = await sql<AccountRow>(context, readSql, [account.seller_id])
  if (!row) {
    throw noAccount(account.seller_id)
  }
  return row
}

/**
 * Keeps what the provider said. A new destination is not paid to for some days:
 * time for the owners, who are told, to notice a thief. The first one is not a
 * change.
 */
export async function saveAccount(
  context: PayoutContext,
  account: SavedAccount & { seller_id: string }
): Promise<void> {
  const [before] = await sql<AccountRow>(context, readSql, [account.seller_id])
  const { provider_id, provider_account_id, status } = account
  const moved =
    !!before?.provider_account_id &&
    (before.provider_id !== provider_id ||
      before.provider_account_id !== provider_account_id)
  await sql(context, saveSql, [
    ...[provider_id, provider_account_id, status],
    ...[JSON.stringify(account.requirements), asJson(account.data)],
    ...[JSON.stringify(account.context), moved ? 1 : 0, moved],
    ...[account.holdDays, moved, moved, account.id],
  ])
  const { id, seller_id } = account
  if (moved) {
    await endMisdirected(context, seller_id)
    await announce(context, { id, seller_id }, `changed:${before.revision}`)
  }
  if (before?.status !== status || !before.provider_account_id) {
    await announceStatus(context, { id, seller_id, status })
  }
}

/** What a provider's message says of an account that is in use; older news, and others, change nothing. */
export async function updateAccountState(
  context: PayoutContext,
  providerId: string,
  news: { state: PayoutAccountState; occurred_at?: string }
): Promise<void> {
  const { state } = news
  const [known] = await sql<AccountRow & { state_at: Date | null }>(
    context,
    readKnownSql,
    [providerId, state.provider_account_id]
  )
  const at = news.occurred_at ? new Date(news.occurred_at) : new Date()
  if (!known || isOvertaken(known, at)) {
    return
  }
  await sql(context, updateStateSql, [
    ...[state.status, JSON.stringify(state.requirements)],
    ...[state.data ? JSON.stringify(state.data) : null, at.toISOString()],
    known.id,
  ])
  if (known.status !== state.status) {
    await announceStatus(context, { ...known, status: state.status })
  }
}

/** Of two messages of the same second the one that disabled it stays. */
function isOvertaken(
  known: { status: PayoutAccountStatus; state_at: Date | null },
  at: Date
): boolean {
  const before = known.state_at ? new Date(known.state_at).getTime() : -Infinity
  return (
    before > at.getTime() ||
    (before === at.getTime() && known.status === "disabled")
  )
}

/**
 * @throws MedusaError NOT_FOUND without an account, NOT_ALLOWED while a payout to it is under way.
 */
export async function removeAccount(
  context: PayoutContext,
  sellerId: string
): Promise<string> {
  const [row] = await sql<AccountRow>(context, readSql, [sellerId])
  if (!row?.provider_account_id || row.removed_at) {
    throw noAccount(sellerId)
  }
  const [open] = await sql<{ id: string }>(context, openPayoutSql, [sellerId])
  if (open) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Payout ${open.id} is under way: the account can be removed once it is finished`
    )
  }
  await sql(context, removeSql, [row.id])
  await announce(context, row, `changed:${row.revision}`)
  return row.id
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

/** @throws MedusaError NOT_FOUND without an account. */
export async function saveSettings(
  context: PayoutContext,
  settings: {
    seller_id: string
    schedule?: PayoutSchedule
    /** Major units as text; `null` takes the marketplace's own minimum. */
    minimum?: string | null
  }
): Promise<void> {
  const { seller_id, schedule, minimum } = settings
  const rows = await sql(context, settingsSql, [
    ...[schedule ?? null, minimum !== undefined, minimum ?? null, seller_id],
  ])
  if (!rows.length) {
    throw noAccount(seller_id)
  }
}

export async function saveOnboarding(
  context: PayoutContext,
  id: string,
  onboarding: PayoutOnboarding
): Promise<void> {
  await sql(context, onboardingSql, [JSON.stringify(onboarding), id])
}

export function noAccount(sellerId: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Seller ${sellerId} has no payout account`
  )
}

async function announce(
  context: PayoutContext,
  { id, seller_id }: { id: string; seller_id: string },
  key: string
): Promise<void> {
  const payload = { id, seller_id }
  await writeOutbox(context, [
    {
      topic: "payout_account.changed",
      dedupe_key: `${id}:${key}`,
      payload,
    },
  ])
}

async function announceStatus(
  context: PayoutContext,
  account: { id: string; seller_id: string; status: PayoutAccountStatus }
): Promise<void> {
  const { id, seller_id, status } = account
  await writeOutbox(context, [
    {
      topic: "payout_account.status_changed",
      // A status comes back after another one: each time is news.
      dedupe_key: `${id}:${status}:${generateEntityId()}`,
      payload: { id, seller_id, status },
    },
  ])
}

const asJson = (data: Record<string, string> | undefined) =>
  data ? JSON.stringify(data) : null
