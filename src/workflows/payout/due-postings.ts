import type { MedusaContainer } from "@medusajs/framework/types"
import { duePlatformParts, duePlatformPartsBack } from "./due-platform-parts"
import { minorUnits, selectMoney } from "./money-sql"

/** Money that Medusa has booked and the books have not. */
export type DuePosting = {
  kind:
    | "capture_parent"
    | "capture"
    | "credit"
    | "share_cancelled"
    | "refund"
    | "credit_returned"
  /** The capture's or the refund's id; for credit the order's. */
  id: string
  order_set_id: string
  order_id: string
  /** The payment service that holds the money. */
  provider_id: string
  currency_code: string
  /** Minor units, as text; what credit of a cancelled order goes back is told by the books. */
  amount: string
  occurred_at: Date
  /** Paid apart from the share, e.g. for what an order edit added. */
  is_extra: boolean
}

/** One turn's worth; the sweeper takes turns until nothing is left. */
const PAGE = 500

/**
 * Captures, refunds, used credit and released shares of placed sets without a
 * posting, the oldest first and captures before refunds. A capture or refund counts once its
 * order transaction exists: Medusa writes its row before it asks the payment
 * service, and removes it when that fails.
 *
 * @param orderSetId - Only this set's; without it all.
 */
export async function listDuePostings(
  container: MedusaContainer,
  { orderSetId }: { orderSetId?: string } = {}
): Promise<DuePosting[]> {
  const scope = orderSetId ? "and s.id = :order_set_id" : ""
  return await selectMoney<DuePosting>(
    container,
    `${duePostingsSql(scope)} order by rank, occurred_at, id limit ${PAGE}`,
    { order_set_id: orderSetId ?? null }
  )
}

/** The select of all due postings, for a count or a page of them. */
export function duePostingsSql(scope = ""): string {
  const parts = [
    ...[captureParents, captures, sharesCancelled, refunds],
    ...[duePlatformParts, duePlatformPartsBack],
  ].map((part) => part(scope))
  return `select * from (${parts.join("\nunion all\n")}) due
    where amount::numeric <> 0 or kind in ('credit', 'credit_returned')`
}

const columns = (of: {
  rank: number
  kind: DuePosting["kind"]
  row: string
  amount: string
  provider: string
}) => `${of.rank} as rank, '${of.kind}' as kind, ${of.row}.id, s.id as order_set_id,
  so.order_id, ${of.provider} as provider_id, p.currency_code,
  (${of.amount})::text as amount, ${of.row}.created_at as occurred_at,
  so.payment_id is distinct from p.id as is_extra`

/** An order of a placed set and a payment that is linked to it. */
const ORDERS_PAYMENT = `join payment p on p.id = m.payment_id and p.deleted_at is null
  join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
  join order_set_order so on so.order_id = l.order_id and so.deleted_at is null
  join order_set s on s.id = so.order_set_id and s.status = 'placed' and s.deleted_at is null
  left join payment parent on p.provider_id = :split and parent.id = p.data ->> 'parent_payment_id'`

const HOLDER = "coalesce(parent.provider_id, p.provider_id)"

const booked = (reference: string, ids: string) => `exists (
  select 1 from order_transaction t where t.order_id = so.order_id and t.deleted_at is null
    and t.reference = '${reference}' and t.reference_id in (${ids}))`

const posted = (kind: string, reference: string, part?: string) => `exists (
  select 1 from ledger_transaction x where x.kind = '${kind}'
    and (x.reference_type, x.reference_id) = (${reference})
    ${part ? `and x.part = ${part}` : ""})`

/** What a row adds to its payment when amounts are rounded as they pile up, so that parts end at the whole. */
const grown = (table: "capture" | "refund") => {
  const before = `(select coalesce(sum(b.amount), 0) from ${table} b
    where b.payment_id = m.payment_id and b.deleted_at is null
      and (b.created_at, b.id) < (m.created_at, m.id))`
  return `${minorUnits(`${before} + m.amount`, "p.currency_code")} - ${minorUnits(before, "p.currency_code")}`
}

const captures = (scope: string) => `
  select ${columns({ ...{ rank: 1, kind: "capture", row: "m" }, amount: grown("capture"), provider: HOLDER })}
  from capture m ${ORDERS_PAYMENT}
  where m.deleted_at is null ${scope} and ${booked("capture", "m.id")}
    and not ${posted("capture", "'capture', m.id", "so.order_id")}`

/**
 * What a payment service took: for a whole set once a share of it is booked, or
 * for an order that has a payment of its own.
 */
const captureParents = (scope: string) => `
  select ${columns({ ...{ rank: 0, kind: "capture_parent", row: "m" }, amount: grown("capture"), provider: "p.provider_id" })}
  from capture m ${ORDERS_PAYMENT}
  where m.deleted_at is null ${scope} and p.provider_id <> :split and ${booked("capture", "m.id")}
    and not ${posted("capture_parent", "'capture', m.id")}
  union all
  select distinct on (m.id)
    ${columns({ ...{ rank: 0, kind: "capture_parent", row: "m" }, amount: grown("capture"), provider: "p.provider_id" })}
  from order_set s
  join payment p on p.id = s.payment_id and p.deleted_at is null
  join capture m on m.payment_id = p.id and m.deleted_at is null
  join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
    and so.payment_id <> p.id
  join capture c on c.payment_id = so.payment_id and c.deleted_at is null
  where s.status = 'placed' and s.deleted_at is null ${scope} and ${booked("capture", "c.id")}
    and not ${posted("capture_parent", "'capture', m.id")}`

/** Confirmed by the payment service: our own note on the refund says so. */
const sharesCancelled = (scope: string) => `
  select ${columns({ ...{ rank: 2, kind: "share_cancelled", row: "m" }, amount: minorUnits("m.amount", "p.currency_code"), provider: "p.provider_id" })}
  from refund m
  join payment p on p.id = m.payment_id and p.deleted_at is null
  join order_set s on s.payment_id = p.id and s.status = 'placed' and s.deleted_at is null
  join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
    and m.metadata -> 'claim' ->> 'key' = p.id || ':release:' || so.payment_id
  where m.deleted_at is null ${scope} and m.metadata -> 'claim' ->> 'state' = 'done'
    and not ${posted("share_cancelled", "'order', so.order_id")}`

/** Medusa books the refund of a cancelled order under the payment's id, even when it failed. */
const refunds = (scope: string) => `
  select ${columns({ ...{ rank: 3, kind: "refund", row: "m" }, amount: `coalesce(${minorUnits("claim.amount", "p.currency_code")}, ${grown("refund")})`, provider: HOLDER })}
  from refund m ${ORDERS_PAYMENT}
  left join refund claim on claim.payment_id = parent.id and claim.deleted_at is null
    and claim.metadata -> 'claim' ->> 'refund_id' = m.id and claim.metadata -> 'claim' ->> 'state' = 'done'
  where m.deleted_at is null ${scope}
    and (${booked("refund", "m.id")}
      or (${booked("refund", "p.id")} and (p.provider_id <> :split or claim.id is not null)))
    and not ${posted("refund", "'refund', m.id", "so.order_id")}`
