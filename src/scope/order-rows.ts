/**
 * Rows of Medusa that hang on an order, as queries for `id` and `order_id`:
 * whoever owns the order owns them. Order, payment and fulfilment live in
 * modules of their own; some of these paths cannot be said as a graph filter.
 */
export const orderRows = {
  order_line_item: `
    select distinct item_id as id, order_id from order_item where deleted_at is null`,
  order_shipping_method: `
    select distinct shipping_method_id as id, order_id from order_shipping where deleted_at is null`,
  order_change: `
    select id, order_id from order_change where deleted_at is null`,
  order_change_action: `
    select id, order_id from order_change_action where deleted_at is null`,
  return: `
    select id, order_id from "return" where deleted_at is null`,
  order_claim: `
    select id, order_id from order_claim where deleted_at is null`,
  order_exchange: `
    select id, order_id from order_exchange where deleted_at is null`,
  fulfillment: `
    select f.id, l.order_id from fulfillment f
    join order_fulfillment l on l.fulfillment_id = f.id and l.deleted_at is null
    where f.deleted_at is null`,
  payment_collection: `
    select c.id, l.order_id from payment_collection c
    join order_payment_collection l on l.payment_collection_id = c.id and l.deleted_at is null
    where c.deleted_at is null`,
  payment: `
    select p.id, l.order_id from payment p
    join order_payment_collection l
      on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
    where p.deleted_at is null`,
} as const

export type OrderRow = keyof typeof orderRows
