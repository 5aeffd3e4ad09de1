const start = "(:from::date)::timestamp at time zone :time_zone"
const end = "(:to::date + 1)::timestamp at time zone :time_zone"
const day = (column: string) =>
  `to_char(${column} at time zone :time_zone, 'YYYY-MM-DD')`

/** Bindings: `seller`, `time_zone`, `from`, `to`. Sums are exact, as numbers of the database. */
export const statisticsSql = `
with mine as (
  select order_id, customer_id, status, currency_code, ${day("created_at")} as date
  from seller_order
  where seller_id = :seller and deleted_at is null
    and created_at >= ${start} and created_at < ${end}
), living as (
  select mine.*, o.version from mine join "order" o on o.id = mine.order_id
  where mine.status <> 'canceled'
), firsts as (
  select customer_id, min(date) as date from mine
  where customer_id is not null and not exists (
    select 1 from seller_order earlier
    where earlier.seller_id = :seller and earlier.customer_id = mine.customer_id
      and earlier.created_at < ${start} and earlier.deleted_at is null)
  group by customer_id
)
select 'orders' as kind, date, null as currency_code, count(*)::text as value
from mine group by date
union all
select 'customers', date, null, count(*)::text from firsts group by date
union all
select 'units', l.date, null, sum(i.quantity)::text from living l
join order_item i on i.order_id = l.order_id and i.version = l.version and i.deleted_at is null
group by l.date
union all
select 'revenue', l.date, l.currency_code, sum(coalesce(
  s.totals -> 'raw_current_order_total' ->> 'value', s.totals ->> 'current_order_total')::numeric)::text
from living l
join order_summary s on s.order_id = l.order_id and s.version = l.version and s.deleted_at is null
group by l.date, l.currency_code
union all
select 'refunds', ${day("t.created_at")}, t.currency_code, (-sum(t.amount))::text
from order_transaction t
join seller_order o on o.order_id = t.order_id and o.seller_id = :seller and o.deleted_at is null
where t.reference = 'refund' and t.deleted_at is null
  and t.created_at >= ${start} and t.created_at < ${end}
group by 2, 3
order by 1, 2, 3`
