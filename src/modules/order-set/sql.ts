/**
 * One statement, so that a set never exists without its orders' rows. A failed
 * set of the same cart is taken over; a placing or placed one answers no row.
 */
export const claimSql = `
with claimed as (
  insert into order_set (id, cart_id, status, customer_id, email, currency_code,
    sales_channel_id, payment_collection_id, payment_session_id)
  values (?, ?, 'placing', ?, ?, ?, ?, ?, ?)
  on conflict (cart_id) where deleted_at is null do update
    set status = 'placing', customer_id = excluded.customer_id,
      email = excluded.email, currency_code = excluded.currency_code,
      sales_channel_id = excluded.sales_channel_id,
      payment_collection_id = excluded.payment_collection_id,
      payment_session_id = excluded.payment_session_id,
      payment_id = null, payment_unknown = false,
      created_at = now(), updated_at = now()
    where order_set.status = 'failed'
  returning id
)
insert into order_set_order (id, order_set_id, seller_key, order_id, share,
  raw_share, payment_collection_id)
select part.id, claimed.id, part.seller_key, part.order_id, part.share,
  jsonb_build_object('value', part.share::text, 'precision', 20),
  part.payment_collection_id
from claimed, jsonb_to_recordset(?::jsonb) as part(id text, seller_key text,
  order_id text, share numeric, payment_collection_id text)
returning order_set_id as id`

export const findByCartSql = `
select id, status, (
  select min(order_id) from order_set_order share
  where share.order_set_id = order_set.id and share.deleted_at is null
) as order_id
from order_set where cart_id = ? and deleted_at is null`

/**
 * The last write of a completion; a single order is paid by the parent payment
 * itself. The order id tells this attempt from a later one of the same cart.
 */
export const placeSql = `
with placed as (
  update order_set set status = 'placed', payment_id = ?, payment_unknown = false,
    updated_at = now()
  where id = ? and status in ('placing', 'placed') and deleted_at is null
    and exists (select 1 from order_set_order share
      where share.order_set_id = order_set.id and share.order_id = ?)
  returning id, payment_id, payment_collection_id
), paid as (
  update order_set_order share set payment_id = placed.payment_id
  from placed
  where share.order_set_id = placed.id and share.deleted_at is null
    and share.payment_collection_id = placed.payment_collection_id
)
select id from placed`

/** Placed sets of which nobody heard; the grace leaves time to those that are just being announced. */
export const unannouncedSql = `
select id from order_set
where status = 'placed' and announced_at is null and deleted_at is null
  and updated_at < now() - ? * interval '1 second'
order by updated_at limit 500`

export const announcedSql = `
update order_set set announced_at = now()
where id = ? and status = 'placed' and announced_at is null
  and deleted_at is null
returning id`

/** Its orders are gone by now; what its session may have taken is still to be given back. */
export const failSql = `
with failed as (
  update order_set set status = 'failed', updated_at = now()
  where id = ? and status = 'placing' and deleted_at is null
    and exists (select 1 from order_set_order share
      where share.order_set_id = order_set.id and share.order_id = ?)
  returning id
), forgotten as (
  delete from order_set_order share using failed
  where share.order_set_id = failed.id
)
select id from failed`

export const releasedSql = `
update order_set set payment_session_id = null, payment_unknown = false,
  updated_at = now()
where id = ? and status = 'failed' and deleted_at is null
returning id`

export const unknownSql = `
update order_set set payment_unknown = true, updated_at = now()
where id = ? and status = 'placing' and deleted_at is null
returning id`

/** Attempts that nobody ended, and failed ones whose payment session was not looked after yet. */
export const unfinishedSql = `
select id from order_set
where deleted_at is null and (
  (status = 'placing' and created_at < now() - ? * interval '1 second')
  or (status = 'failed' and payment_session_id is not null
    and updated_at < now() - interval '5 seconds'))
order by created_at limit 500`
