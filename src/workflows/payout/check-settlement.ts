import type { MedusaContainer } from "@medusajs/framework/types"
import { registerHealthCheck } from "../sweeper/health-checks"
import { duePostingsSql } from "./due-postings"
import { minorUnits, selectMoney } from "./money-sql"

/** Minutes after which somebody should have posted what Medusa has booked. */
const PATIENCE_MINUTES = 10

/** Rows that contradict each other; `subject` is an id. */
export type Contradiction = { subject: string; detail: string }

registerHealthCheck({
  name: "payout-invariant-10-not-posted",
  count: async (container) =>
    (await findUnposted(container, PATIENCE_MINUTES)).length,
})

registerHealthCheck({
  name: "payout-invariant-11-lines-not-paid",
  count: async (container) => (await findUnevenLines(container)).length,
})

const ENOUGH = 100

/**
 * Money that Medusa booked longer ago than `minutes` and the books do not know,
 * or know with another amount, and postings whose row at Medusa is gone.
 */
export async function findUnposted(
  container: MedusaContainer,
  minutes: number
): Promise<Contradiction[]> {
  return await selectMoney(
    container,
    `(select id as subject, kind || ' is not posted' as detail
      from (${duePostingsSql()}) late
      where occurred_at < now() - :minutes * interval '1 minute' limit ${ENOUGH})
     union all (${goneSql} limit ${ENOUGH})
     union all (${otherAmountSql} limit ${ENOUGH})`,
    { minutes }
  )
}

const goneSql = `
  select x.id as subject, x.kind || ' ' || x.reference_id || ' is gone' as detail
  from ledger_transaction x
  where x.kind in ('capture_parent', 'capture', 'refund')
    and x.created_at < now() - :minutes * interval '1 minute'
    and exists (select 1 from order_set_order so where so.order_id = coalesce(x.order_id, so.order_id))
    and not exists (select 1 from capture c where c.id = x.reference_id and c.deleted_at is null)
    and not exists (select 1 from refund r where r.id = x.reference_id and r.deleted_at is null)
    and not exists (select 1 from ledger_transaction v where v.reverses_id = x.id)`

/** Per order, as cents of a capture in parts are rounded together. Only orders whose postings are complete. */
const otherAmountSql = `
  select so.order_id as subject,
    format('booked %s, posted %s', b.units, coalesce(p.units, 0)) as detail
  from order_set_order so
  join order_set s on s.id = so.order_set_id and s.status = 'placed' and s.deleted_at is null
  join lateral (
    select ${minorUnits("coalesce(sum(t.amount), 0)", "s.currency_code")} as units, max(t.created_at) as last
    from order_transaction t where t.order_id = so.order_id and t.deleted_at is null
      and t.reference in ('capture', 'refund')
  ) b on b.last < now() - :minutes * interval '1 minute'
  left join lateral (
    select -sum(e.amount) as units
    from ledger_transaction x
    join ledger_entry e on e.transaction_id = x.id
    join ledger_account a on a.id = e.account_id
      and a.type = case x.kind when 'capture' then 'unallocated' else 'psp' end
    where x.order_id = so.order_id and x.kind in ('capture', 'refund')
      and not exists (select 1 from ledger_transaction v where v.reverses_id = x.id)
  ) p on true
  where so.deleted_at is null and b.units <> coalesce(p.units, 0)
    and not exists (select 1 from (${duePostingsSql()}) due where due.order_id = so.order_id)`

/**
 * Placed sets whose settlement lines are not what the buyer authorised and the
 * credit that was used, and lines of orders that no set knows.
 */
export async function findUnevenLines(
  container: MedusaContainer
): Promise<Contradiction[]> {
  return await selectMoney(container, `${unevenSql} limit ${ENOUGH}`)
}

const unevenSql = `
  select id as subject,
    format('lines %s, shares %s, payment %s, credit %s', lines, shares, paid, credit) as detail
  from (
    select s.id,
      sum(l.charged) as lines,
      sum(${minorUnits("so.share", "s.currency_code")}) as shares,
      ${minorUnits("max(p.amount)", "s.currency_code")} as paid,
      ${minorUnits("coalesce(sum(c.amount), 0)", "s.currency_code")} as credit,
      bool_or(so.share = 0) as has_free_order
    from order_set s
    join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
    left join payment p on p.id = s.payment_id
    left join lateral (
      select coalesce(sum(gross - discount_seller - discount_platform + tax), 0) as charged
      from settlement_line where order_id = so.order_id and origin = 'placement') l on true
    left join lateral (
      select sum(amount) as amount from order_credit_line
      where order_id = so.order_id and version = 1 and deleted_at is null) c on true
    where s.status = 'placed' and s.deleted_at is null
    group by s.id
  ) sums
  where shares <> coalesce(paid, shares)
    or (lines <> shares + credit and not (has_free_order and credit > 0 and lines < shares + credit))
  union all
  select l.order_id, 'settlement lines of no order' from settlement_line l
  where l.created_at < now() - interval '1 hour'
    and not exists (select 1 from order_set_order so where so.order_id = l.order_id)
    and not exists (select 1 from "order" o where o.id = l.order_id)
  group by l.order_id`
