import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { PayoutRow } from "./payout-rows"

/** A payout that is ours to send until its lease ends. */
export type Claim = PayoutRow & {
  /** An earlier try may have reached the provider. */
  sent_before: boolean
  /** Since the first try. */
  age_seconds: number
}

export type ClaimOptions = {
  leaseSeconds: number
  /** At most. */
  limit: number
  /** Only these. */
  payout_ids?: string[]
}

/**
 * Of many workers exactly one gets a payout, however many it takes at once. Reserved ones of a held or unready
 * account wait, those to a destination that the seller left are ended elsewhere; whoever died with one leaves it to the next when its lease ends.
 */
const claimSql = `
  update payout p
  set status = 'submitting', attempt = p.attempt + 1, next_check_at = null,
    first_sent_at = coalesce(p.first_sent_at, now()), updated_at = now(),
    lease_until = now() + make_interval(secs => ?)
  from (
    select o.id, o.status from payout o
    where (?::jsonb is null or o.id in (select jsonb_array_elements_text(?::jsonb))) and (
      (o.status = 'reserved' and not exists (
        select 1 from payout_account a where a.seller_id = o.seller_id
          and (a.held_until > now() or a.status <> 'active'
            or (a.provider_id, a.provider_account_id)
              is distinct from (o.provider_id, o.provider_account_id))))
      or (o.status = 'submitting' and o.lease_until <= now())
      or (o.status = 'unknown' and o.next_check_at <= now())
    )
    order by o.first_sent_at nulls last, o.id
    for update skip locked
    limit ?
  ) due
  where p.id = due.id
  returning p.id, p.seller_id, p.currency_code, p.scale,
    p.amount::text as amount, p.status, p.provider_id, p.provider_account_id,
    p.account_data, p.provider_ref, p.file_id, p.idempotency_key, p.attempt,
    due.status <> 'reserved' as sent_before,
    extract(epoch from now() - p.first_sent_at)::float as age_seconds`

/** A submitted payout whose provider is asked again; asking changes nothing, so a date is claim enough. */
const claimCheckSql = `
  update payout p
  set next_check_at = now() + make_interval(secs => ?), updated_at = now()
  from (
    select id from payout
    where status = 'submitted' and next_check_at <= now()
      and (?::jsonb is null or id in (select jsonb_array_elements_text(?::jsonb)))
    order by next_check_at, id
    for update skip locked
    limit ?
  ) due
  where p.id = due.id
  returning p.id, p.seller_id, p.currency_code, p.scale,
    p.amount::text as amount, p.status, p.provider_id, p.provider_account_id,
    p.account_data, p.provider_ref, p.file_id, p.idempotency_key, p.attempt`

export async function claimPayouts(
  context: PayoutContext,
  { leaseSeconds, limit, payout_ids }: ClaimOptions
): Promise<Claim[]> {
  const ids = listOf(payout_ids)
  return await sql<Claim>(context, claimSql, [leaseSeconds, ids, ids, limit])
}

export async function claimSubmitted(
  context: PayoutContext,
  {
    againSeconds,
    limit,
    payout_ids,
  }: Omit<ClaimOptions, "leaseSeconds"> & { againSeconds: number }
): Promise<PayoutRow[]> {
  const ids = listOf(payout_ids)
  return await sql<PayoutRow>(context, claimCheckSql, [
    ...[againSeconds, ids, ids, limit],
  ])
}

function listOf(ids: string[] | undefined): string | null {
  return ids ? JSON.stringify(ids) : null
}
