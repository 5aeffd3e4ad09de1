import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CaptureMode } from "../../options"
import {
  CLAIM_LEASE_SECONDS,
  SPLIT_PROVIDER_ID,
} from "../../providers/payment-split/types"

/**
 * What is wrong or unfinished about the payments of order sets, read across the
 * tables of Medusa's order and payment modules, which no query of one module can join.
 */
async function select<Row>(
  container: MedusaContainer,
  sql: string,
  values: Record<string, unknown> = {}
): Promise<Row[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(sql, { split: SPLIT_PROVIDER_ID, ...values })
  return rows
}

const BATCH = 200

/** A row this young may belong to a workflow that is still running. */
const YOUNG = "interval '2 minutes'"

const SHARES = `payment p
  join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
  join "order" o on o.id = l.order_id`

/**
 * Placed sets whose payment came late, or that have payments to capture. Left
 * out is what somebody may be capturing now: waiting for it would keep all the
 * others waiting.
 */
export async function listUnsettledSets(
  container: MedusaContainer,
  capture: CaptureMode
): Promise<{ id: string }[]> {
  return await select(
    container,
    `select distinct s.id from order_set s
     join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
     join payment p on p.payment_collection_id = so.payment_collection_id and p.deleted_at is null
     join "order" o on o.id = so.order_id and o.status <> 'canceled'
     left join payment parent on parent.id = s.payment_id
     where s.status = 'placed' and s.deleted_at is null
       and p.captured_at is null and p.canceled_at is null
       and s.updated_at < now() - interval '5 seconds'
       and not exists (select 1 from capture c where c.payment_id = parent.id
         and c.metadata -> 'claim' ->> 'state' = 'sent' and c.deleted_at is null
         and c.updated_at > now() - :lease * interval '1 second')
       and exists (select 1 from order_set_order x where x.order_set_id = s.id and x.seller_key <> 'operator')
       and ((parent.captured_at is not null and not exists (
           select 1 from capture c where c.payment_id = parent.id and c.metadata -> 'claim' is not null))
         or :capture = 'automatic'
         or (:capture = 'on_fulfillment' and exists (
           select 1 from order_fulfillment f join fulfillment ff on ff.id = f.fulfillment_id
           where f.order_id = o.id and f.deleted_at is null and ff.canceled_at is null)))
     union
     select s.id from order_set s join payment p on p.payment_session_id = s.payment_session_id
     where s.status = 'placed' and s.deleted_at is null and s.payment_id is null
       and p.canceled_at is null and p.deleted_at is null
     limit ${BATCH}`,
    { capture, lease: CLAIM_LEASE_SECONDS }
  )
}

/** Shares that should be cancelled, or are and whose money did not go back. */
export async function listUnfinishedCancels(
  container: MedusaContainer
): Promise<{ id: string }[]> {
  return await select(
    container,
    `select p.id from ${SHARES}
     join payment_collection c on c.id = p.payment_collection_id
     where p.provider_id = :split and p.deleted_at is null
       and p.captured_at is null and p.canceled_at is null
       and (o.status = 'canceled' or c.status in ('canceled', 'partially_captured'))
     union
     select p.id from payment p join payment parent on parent.id = p.data ->> 'parent_payment_id'
     where p.provider_id = :split and p.deleted_at is null and p.canceled_at is not null
       and parent.captured_at is not null
       and p.amount > coalesce((select sum(amount) from capture where payment_id = p.id and deleted_at is null), 0)
       and not exists (select 1 from refund r where r.payment_id = parent.id
         and r.metadata -> 'claim' ->> 'key' = parent.id || ':release:' || p.id
         and r.metadata -> 'claim' ->> 'state' = 'done')
     union
     select min(p.id) from payment p join payment parent on parent.id = p.data ->> 'parent_payment_id'
     where p.provider_id = :split and p.deleted_at is null
       and parent.captured_at is null and parent.canceled_at is null
     group by parent.id having bool_and(p.canceled_at is not null)
     limit ${BATCH}`
  )
}

export type OwedRefund = { id: string; order_id: string; amount: string }

/** Captured shares of cancelled orders that were not refunded: Medusa only logs when that fails. */
export async function listOwedRefunds(
  container: MedusaContainer
): Promise<OwedRefund[]> {
  return await select(
    container,
    `select * from (
       select p.id, o.id as order_id,
         (select coalesce(sum(amount), 0) from capture where payment_id = p.id and deleted_at is null)
         - (select coalesce(sum(amount), 0) from refund where payment_id = p.id and deleted_at is null) as amount
       from ${SHARES}
       where p.provider_id = :split and p.deleted_at is null and o.status = 'canceled'
     ) owed where amount > 0 limit ${BATCH}`
  )
}

export type UnbookedRow = {
  kind: "capture" | "refund"
  id: string
  payment_id: string
  order_id: string
  currency_code: string
  amount: string
  /** The payment service has confirmed it. */
  confirmed: boolean
}

/** Captures and refunds that no order knows: the process died before it booked them. */
export async function listUnbooked(
  container: MedusaContainer
): Promise<UnbookedRow[]> {
  const confirmed = {
    capture: "p.captured_at is not null",
    refund: `exists (select 1 from refund r where r.payment_id = p.data ->> 'parent_payment_id'
      and r.metadata -> 'claim' ->> 'refund_id' = c.id and r.metadata -> 'claim' ->> 'state' = 'done')`,
  }
  const kind = (table: "capture" | "refund") =>
    `select '${table}' as kind, c.id, p.id as payment_id, o.id as order_id, p.currency_code,
       c.raw_amount ->> 'value' as amount, ${confirmed[table]} as confirmed
     from ${SHARES} join ${table} c on c.payment_id = p.id and c.deleted_at is null
     where p.provider_id = :split and c.created_at < now() - ${YOUNG}
       and not exists (select 1 from order_transaction t where t.order_id = o.id and t.deleted_at is null
         and t.reference = '${table}' and t.reference_id in (c.id, p.id))`
  return await select(
    container,
    `${kind("capture")} union all ${kind("refund")} limit ${BATCH}`
  )
}

/** Refunds of buyers' payments that a payment service has never confirmed or refused. */
export async function countUnansweredRefunds(
  container: MedusaContainer
): Promise<number> {
  const [row] = await select<{ count: number }>(
    container,
    `select count(*)::int as count from refund
     where metadata -> 'claim' ->> 'state' in ('sent', 'unknown')
       and deleted_at is null and updated_at < now() - ${YOUNG}`
  )
  return row?.count ?? 0
}

export type SetSum = { shares: string; paid: string; currency_code: string }

/** Placed sets whose shares are not the buyer's payment to the last digit; rounding may explain it. */
export async function listUnevenSets(
  container: MedusaContainer
): Promise<SetSum[]> {
  return await select(
    container,
    `select sum(p.amount)::text as shares, parent.amount::text as paid, parent.currency_code
     from payment p join payment parent on parent.id = p.data ->> 'parent_payment_id'
     where p.provider_id = :split and p.deleted_at is null
     group by parent.id having sum(p.amount) <> parent.amount`
  )
}
