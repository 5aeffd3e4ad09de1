import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"

/**
 * Orders with pending earnings and when they become payable: read across the
 * tables of Medusa's order and fulfilment modules, which no query of one module
 * can join. An order is released whole: while an item of its present version is
 * not delivered, nothing is. What needs no shipping has arrived once it is
 * fulfilled, as nobody delivers it.
 */
const earningsSql = `
  select e.order_id, o.display_id, e.seller_id, e.currency_code,
    e.pending::text as pending, terms.release_on, terms.reserve_basis_points,
    terms.reserve_days, made.releases + 1 as part,
    reached.at + make_interval(days => terms.hold_days) as due_at
  from order_earnings e
  join "order" o on o.id = e.order_id and o.deleted_at is null
    and o.status <> 'canceled'
  left join release_terms own on own.seller_id = e.seller_id
  cross join lateral (
    select coalesce(own.release_on, :releaseOn) as release_on,
      coalesce(own.hold_days, :holdDays) as hold_days,
      coalesce(own.reserve_basis_points, :reserveBasisPoints) as reserve_basis_points,
      coalesce(own.reserve_days, :reserveDays) as reserve_days
  ) terms
  cross join lateral (
    select coalesce(bool_and(i.fulfilled_quantity >= i.quantity), false) as fulfilled,
      coalesce(bool_and(case when l.requires_shipping then i.delivered_quantity
        else greatest(i.fulfilled_quantity, i.delivered_quantity) end >= i.quantity), false) as delivered
    from order_item i join order_line_item l on l.id = i.item_id
    where i.order_id = o.id and i.version = o.version and i.deleted_at is null
  ) items
  cross join lateral (
    select max(f.packed_at) as fulfilled_at,
      max(coalesce(f.delivered_at, f.packed_at)) as delivered_at
    from order_fulfillment link join fulfillment f on f.id = link.fulfillment_id
    where link.order_id = o.id and link.deleted_at is null
      and f.deleted_at is null and f.canceled_at is null
  ) sent
  cross join lateral (
    select case terms.release_on
      when 'captured' then e.captured_at
      when 'fulfilled' then case when items.fulfilled then greatest(e.captured_at, sent.fulfilled_at) end
      else case when items.delivered then greatest(e.captured_at, sent.delivered_at) end end as at
  ) reached
  cross join lateral (
    select count(*)::int as releases from ledger_transaction r
    where r.reference_type = 'order' and r.reference_id = e.order_id and r.kind = 'release'
  ) made
  where e.pending > 0`

/** A refund that is not in the books yet would be missing from what is left. */
const booked = `not exists (
    select 1 from order_payment_collection l
    join payment p on p.payment_collection_id = l.payment_collection_id
    join refund m on m.payment_id = p.id and m.deleted_at is null
    where l.order_id = e.order_id and l.deleted_at is null
      and not exists (select 1 from ledger_transaction x
        where (x.reference_type, x.reference_id, x.kind) = ('refund', m.id, 'refund')))`

const dueSql = `
  select * from (${earningsSql} and e.order_id > :after and ${booked}
    and e.captured_at <= now() - make_interval(days => coalesce(own.hold_days, :holdDays))) waiting
  where due_at <= now()
  order by order_id limit :limit`

const upcomingSql = `
  with upcoming as (
    select 'release' as kind, order_id, display_id, currency_code, pending as amount,
      due_at as date, case when due_at is null then release_on end as waiting_for
    from (${earningsSql} and e.seller_id = :sellerId) waiting
    union all
    select 'reserve', r.order_id, o.display_id, r.currency_code, r.amount::text, r.free_at, null
    from earnings_reserve r left join "order" o on o.id = r.order_id
    where r.freed_at is null and r.seller_id = :sellerId
  )
  select page.*, total.count
  from (select count(*)::int as count from upcoming) total
  left join (
    select * from upcoming order by date nulls last, order_id, kind
    limit :limit offset :offset
  ) page on true
  order by page.date nulls last, page.order_id, page.kind`

const orderSql = `${earningsSql} and e.order_id = :orderId and e.seller_id = :sellerId`

const freeableSql = `
  select order_id, part from earnings_reserve
  where freed_at is null and free_at <= now()
  order by free_at, id limit :limit`

/** Earnings of one order; minor units as decimal text. */
export type WaitingEarnings = {
  order_id: string
  display_id: number
  seller_id: string
  currency_code: string
  pending: string
  release_on: string
  reserve_basis_points: number
  reserve_days: number
  /** The number of the release that comes next. */
  part: number
  /** `null` until the order reaches what `release_on` says. */
  due_at: Date | null
}

/** What becomes available to a seller, and when. */
export type UpcomingRelease = {
  /** `reserve`: what an earlier release kept back. */
  kind: "release" | "reserve"
  order_id: string
  display_id: number | null
  currency_code: string
  amount: string
  date: Date | null
  /** What the order still has to reach. */
  waiting_for: string | null
}

async function select<Row>(
  container: MedusaContainer,
  statement: string,
  values: Record<string, string | number>
): Promise<Row[]> {
  const { options } = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(statement, {
    releaseOn: options.releaseOn,
    holdDays: options.releaseHoldDays,
    reserveBasisPoints: Math.round(options.reservePercent * 100),
    reserveDays: options.reserveDays,
    ...values,
  })
  return rows
}

/** Earnings that are payable now, by order id. */
export async function listDueEarnings(
  container: MedusaContainer,
  page: { after: string; limit: number }
): Promise<WaitingEarnings[]> {
  return await select(container, dueSql, page)
}

/** What one order of a seller still has pending, due or not; nothing when it is somebody else's. */
export async function findWaitingEarnings(
  container: MedusaContainer,
  of: { orderId: string; sellerId: string }
): Promise<WaitingEarnings | undefined> {
  const [found] = await select<WaitingEarnings>(container, orderSql, of)
  return found
}

/** What becomes available to one seller, the next first; what has no date yet last. */
export async function listUpcomingReleases(
  container: MedusaContainer,
  page: { sellerId: string; limit: number; offset: number }
): Promise<{ releases: UpcomingRelease[]; count: number }> {
  const rows = await select<UpcomingRelease & { count: number }>(
    container,
    upcomingSql,
    page
  )
  const releases = rows.flatMap(({ count, ...row }) =>
    row.order_id ? [row] : []
  )
  return { releases, count: rows[0]?.count ?? 0 }
}

/** Kept back parts that are free now, the oldest first. */
export async function listFreeReserves(
  container: MedusaContainer,
  limit: number
): Promise<{ order_id: string; part: string }[]> {
  return await select(container, freeableSql, { limit })
}
