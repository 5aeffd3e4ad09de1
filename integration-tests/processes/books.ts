import { isDeepStrictEqual } from "node:util"
import type { Client } from "pg"
import type { Acquirer } from "../acquirer/server"
import { toMajor } from "../acquirer/ledger"
import type { Cart } from "./shop"

type Where = { db: Client; acquirer: Acquirer }

/** All that there is of one cart's purchase. */
export type CartBooks = {
  status: string | null
  completed: boolean
  /** Its events are known to be out. */
  announced: boolean
  /** The set and its orders of which somebody is told. */
  told: number
  orders: number
  cart_links: number
  seller_links: number
  reservations: number
  /** Σ shares of a placed set, in major units. */
  shares: number
  /** Orders whose payment is captured. */
  paid: number
  /** What the acquirer holds of the buyer's: authorised or captured, less what was given back. */
  held: number
  captured: number
}

type AtAcquirer = Pick<CartBooks, "held" | "captured">

const booksSql = `
  with orders as (
    select id from "order" where email = $2 and deleted_at is null
  ), lines as (
    select distinct item_id from order_item
    where order_id in (select id from orders) and deleted_at is null
  )
  select
    (select status from order_set where cart_id = $1 and deleted_at is null)
      as status,
    (select completed_at is not null from cart where id = $1) as completed,
    exists (select from order_set where cart_id = $1 and deleted_at is null
      and announced_at is not null) as announced,
    (select count(distinct resource_id)::int from notice where deleted_at is null
      and (event = 'order.placed' and resource_id in (select id from orders)
        or event = 'order_set.placed' and resource_id in (
          select id from order_set where cart_id = $1))) as told,
    (select count(*)::int from orders) as orders,
    (select count(*)::int from order_cart
      where cart_id = $1 and deleted_at is null) as cart_links,
    (select count(*)::int from marketplace_order_seller
      where order_id in (select id from orders) and deleted_at is null)
      as seller_links,
    (select count(*)::int from reservation_item
      where line_item_id in (select item_id from lines)
        and deleted_at is null) as reservations,
    (select coalesce(sum(share.share), 0)::float from order_set_order share
      join order_set s on s.id = share.order_set_id
      where s.cart_id = $1 and s.status = 'placed'
        and share.deleted_at is null) as shares,
    (select count(*)::int from order_set_order share
      join payment p on p.id = share.payment_id
      where share.order_id in (select id from orders)
        and p.captured_at is not null) as paid`

export async function readBooks(
  { db, acquirer }: Where,
  cart: Cart
): Promise<CartBooks> {
  const { rows } = await db.query<Omit<CartBooks, keyof AtAcquirer>>(booksSql, [
    cart.id,
    cart.email,
  ])
  // A recreated session has a payment of its own: find all of the cart's.
  const sessions = await db.query<{ data: { id: string } }>(
    "select data from payment_session where payment_collection_id = $1",
    [cart.collectionId]
  )
  const ids = new Set([
    cart.paymentId,
    ...sessions.rows.map(({ data }) => data.id),
  ])
  const [row] = rows
  if (!row) {
    throw new Error("A select without from answers one row")
  }
  return { ...row, ...atAcquirer(acquirer, [...ids]) }
}

function atAcquirer(acquirer: Acquirer, ids: string[]): AtAcquirer {
  const sumOf = (statuses: string[]) =>
    toMajor(
      ids
        .map((id) => acquirer.find(id))
        .filter(({ status }) => statuses.includes(status))
        .reduce((sum, { amount, refunded }) => sum + amount - refunded, 0)
    )
  return {
    held: sumOf(["authorized", "captured"]),
    captured: sumOf(["captured"]),
  }
}

/** How many orders and lines a cart becomes. */
export type Size = { orders: number; lines: number }

/**
 * `full`: everything is there, once, paid for exactly and captured. `open`:
 * nothing is there, nothing is held and the cart can be bought. Anything else
 * is the books themselves.
 */
export function judge(
  books: CartBooks,
  total: number,
  { orders, lines }: Size = { orders: 2, lines: 2 }
): "full" | "open" | CartBooks {
  const { status, ...rest } = books
  const all = full(total, { orders, lines })
  if (status === "placed" && isDeepStrictEqual(rest, all)) {
    return "full"
  }
  return status !== "placed" && isDeepStrictEqual(rest, nothing)
    ? "open"
    : books
}

const full = (
  total: number,
  { orders, lines }: Size
): Omit<CartBooks, "status"> => ({
  ...{
    completed: true,
    announced: true,
    told: orders + 1,
    orders,
    cart_links: orders,
    seller_links: orders,
  },
  ...{ reservations: lines, shares: total, paid: orders },
  ...{ held: total, captured: total },
})

const nothing: Omit<CartBooks, "status"> = {
  ...{
    completed: false,
    announced: false,
    told: 0,
    orders: 0,
    cart_links: 0,
    seller_links: 0,
  },
  ...{ reservations: 0, shares: 0, paid: 0, held: 0, captured: 0 },
}

/** What must hold over all rows, whatever happened: each query answers the rows that break it. */
const laws = {
  "an order belongs to a placed set": `
    select o.id from "order" o where o.deleted_at is null and not exists (
      select from order_set_order share
      join order_set s on s.id = share.order_set_id
      where share.order_id = o.id and share.deleted_at is null
        and s.status = 'placed' and s.deleted_at is null)`,
  "a placed set has all its orders": `
    select s.id from order_set s
    join order_set_order share on share.order_set_id = s.id
    left join "order" o on o.id = share.order_id and o.deleted_at is null
    where s.status = 'placed' and o.id is null and share.deleted_at is null`,
  "stock is reserved only for orders": `
    select r.id from reservation_item r
    where r.deleted_at is null and not exists (
      select from order_item i join "order" o on o.id = i.order_id
      where i.item_id = r.line_item_id and o.deleted_at is null)`,
  "reserved quantities are those of the reservations": `
    select l.id, l.reserved_quantity from inventory_level l
    where l.deleted_at is null and l.reserved_quantity <> (
      select coalesce(sum(r.quantity), 0) from reservation_item r
      where r.inventory_item_id = l.inventory_item_id
        and r.location_id = l.location_id and r.deleted_at is null)`,
  "no more is reserved than there is": `
    select id from inventory_level
    where deleted_at is null and reserved_quantity > stocked_quantity`,
  "each order of a set of several has one payment of its own": `
    select share.order_id from order_set_order share
    join order_set s on s.id = share.order_set_id and s.status = 'placed'
    left join payment p on p.id = share.payment_id and p.deleted_at is null
    where share.deleted_at is null and p.amount is distinct from share.share
      and (select count(*) from order_set_order o
        where o.order_set_id = s.id and o.deleted_at is null) > 1`,
  "only orders have a share's payment collection": `
    select p.id from payment_collection p
    where p.deleted_at is null and p.metadata->>'order_set_id' is not null
      and not exists (
        select from order_payment_collection link
        join "order" o on o.id = link.order_id and o.deleted_at is null
        where link.payment_collection_id = p.id and link.deleted_at is null)`,
  "links of orders that are gone are gone": `
    select link.order_id from (
      select order_id, deleted_at from order_cart
      union all select order_id, deleted_at from order_payment_collection
      union all select order_id, deleted_at from order_promotion
      union all select order_id, deleted_at from marketplace_order_seller
      union all select order_id, deleted_at from marketplace_order_order_set
    ) link
    left join "order" o on o.id = link.order_id and o.deleted_at is null
    where link.deleted_at is null and o.id is null`,
  "each line of a placed order is settled once, and nothing else is": `
    select order_id, line_id, count(*)::int as times from (
      select l.order_id, l.line_id from settlement_line l
      union all select o.order_id, o.line_id from (
        select i.order_id, i.item_id as line_id from order_item i where i.deleted_at is null
        union select m.order_id, m.shipping_method_id from order_shipping m where m.deleted_at is null
      ) o join "order" placed on placed.id = o.order_id and placed.deleted_at is null
    ) both_sides group by order_id, line_id having count(*) <> 2`,
  "a promotion was used once a set": `
    select c.campaign_identifier, b.used from promotion_campaign c
    join promotion_campaign_budget b on b.campaign_id = c.id
    join promotion p on p.campaign_id = c.id
    where coalesce(b.used, 0) <> (
      select count(distinct s.id) from order_set s
      join cart_promotion link on link.cart_id = s.cart_id
      where link.promotion_id = p.id and s.status = 'placed'
        and link.deleted_at is null and s.deleted_at is null)`,
}

/** The laws that are broken, with the rows that break them; empty when all is well. */
export async function brokenLaws(
  db: Client
): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  for (const [law, sql] of Object.entries(laws)) {
    const { rows } = await db.query(sql)
    if (rows.length) {
      broken[law] = rows
    }
  }
  return broken
}
