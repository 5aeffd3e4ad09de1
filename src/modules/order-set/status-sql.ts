type Orders = {
  /** A query for the ids of the orders, under `order_id`. */
  orders: string
  /** Expression for the code of their currency. */
  currency: string
}

/**
 * Medusa 2.21's `getLastPaymentStatus` as an expression, over all payment
 * collections of some orders of one currency.
 */
export const paymentStatusSql = ({ orders, currency }: Orders) => `(
select case
  when action > 0 then 'requires_action'
  when refunded > 0 then case when refunded = captured then 'refunded' else 'partially_refunded' end
  when captured > 0 then case when captured = total - canceled then 'captured' else 'partially_captured' end
  when authorized > 0 then case when authorized = total - canceled then 'authorized' else 'partially_authorized' end
  when canceled > 0 and canceled = total then 'canceled'
  when awaiting > 0 then 'awaiting'
  else 'not_paid' end
from (
  select count(*) as total,
    count(*) filter (where c.status = 'requires_action') as action,
    count(*) filter (where c.status = 'authorized') as authorized,
    count(*) filter (where c.status = 'canceled') as canceled,
    count(*) filter (where c.status = 'awaiting') as awaiting,
    coalesce(sum(case when c.amount - c.captured_amount <= epsilon.amount then 1 else 0.5 end)
      filter (where c.captured_amount > 0 or c.amount = 0), 0) as captured,
    coalesce(sum(case when c.amount - c.refunded_amount <= epsilon.amount then 1 else 0.5 end)
      filter (where c.refunded_amount > 0), 0) as refunded
  from (${orders}) of_orders
  join order_payment_collection l on l.order_id = of_orders.order_id and l.deleted_at is null
  join payment_collection c on c.id = l.payment_collection_id and c.deleted_at is null,
  lateral (select coalesce((select power(10::numeric, -decimal_digits) from currency
    where code = ${currency}), 0.01) as amount) epsilon
) payments)`

/** Medusa 2.21's `getLastFulfillmentStatus` as an expression, over all fulfilments and items of some orders. */
export const fulfillmentStatusSql = ({ orders }: Pick<Orders, "orders">) => `(
select case
  when delivered > 0 then case when delivered = total - canceled and not open then 'delivered' else 'partially_delivered' end
  when shipped > 0 then case when shipped = total - canceled and not open then 'shipped' else 'partially_shipped' end
  when packed > 0 then case when packed = total - canceled and not open then 'fulfilled' else 'partially_fulfilled' end
  when canceled > 0 and canceled = total then 'canceled'
  else 'not_fulfilled' end
from (
  select count(*) as total,
    count(*) filter (where f.canceled_at is not null) as canceled,
    count(*) filter (where f.canceled_at is null and f.delivered_at is not null) as delivered,
    count(*) filter (where f.canceled_at is null and f.delivered_at is null
      and f.shipped_at is not null) as shipped,
    count(*) filter (where f.canceled_at is null and f.delivered_at is null
      and f.shipped_at is null and f.packed_at is not null) as packed
  from (${orders}) of_orders
  join order_fulfillment l on l.order_id = of_orders.order_id and l.deleted_at is null
  join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null
) fulfillments, (
  select exists (
    select 1 from (${orders}) of_orders
    join "order" placed on placed.id = of_orders.order_id
    join order_item i on i.order_id = placed.id and i.version = placed.version
      and i.deleted_at is null
    where i.fulfilled_quantity < i.quantity
  ) as open
) items)`
