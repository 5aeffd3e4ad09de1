import { visits } from "../../../src/workflows/analytics/track-table"
import type { App } from "../../app"
import { signIn } from "../../members"
import { rows } from "../../rows"
import { buy, type Shop } from "./shop"

type Payload = Record<string, unknown>

/** What an event's subscriber gets, for one occurrence of it or two that differ. */
export type Occurrences = Map<string, Payload[]>

/** Written by people: no service outside may hear any of it. */
export const spoken = {
  request: "Gravel bikes of Mr Secret",
  reason: "Ask Mrs Secret at secret@example.com",
}

type Placed = { order: string; set: string; payment: string }

/**
 * Everything that is told or tracked, with the rows behind it: an order that was
 * paid, shipped and refunded in part, a team, requests, payouts, a cart.
 */
export async function everyOccurrence(
  app: App,
  shop: Shop
): Promise<Occurrences> {
  const placed = await placeOrder(shop)
  return new Map([
    ...(await ofSellers(app, shop)),
    ...(await ofRequests(app, shop.bob.id, placed)),
    ...(await ofOrders(app, shop, placed)),
    ...(await ofPayouts(app, shop.bob.id, placed)),
    ...(await ofAlerts(app, shop)),
    ...(await ofPapers(app, shop)),
    ...(await ofShoppers(shop)),
  ])
}

const once = (events: Record<string, Payload>): Occurrences =>
  new Map(Object.entries(events).map(([name, data]) => [name, [data]]))

async function ofSellers(app: App, shop: Shop): Promise<Occurrences> {
  const { id } = shop.bob
  const owner = await signIn(shop, shop.bob, "owner", "owner@example.com")
  for (const status of ["active", "suspended", "terminated"]) {
    await rows(
      app,
      `insert into seller_status_change (id, seller_id, from_status, to_status, reason, actor_id)
       values ($1, $2, 'pending', $3, $4, 'user_1')`,
      [`selstat_${status}`, id, status, spoken.reason]
    )
  }
  await rows(
    app,
    `insert into seller_invite (id, seller_id, email, role_id, token_hash, expires_at)
     values ('inv_1', $1, 'secret@example.com', 'role_viewer', 'x', now())`,
    [id]
  )
  const membership = { seller_id: id, member_id: owner.id }
  return once({
    "seller.registered": { id, request_id: "req_1" },
    "seller.accepted": { id, to: "active" },
    "seller.rejected": { id, to: "terminated" },
    "seller.suspended": { id, to: "suspended" },
    "seller.reactivated": { id, to: "active" },
    "seller.terminated": { id, to: "terminated" },
    "seller.ownership_transferred": { id, from: "mem_1", to: owner.id },
    "seller_invite.sent": { id: "inv_1", seller_id: id },
    "seller_invite.accepted": { id: "inv_1", ...membership },
    "member.role_changed": {
      ...{ id: owner.id, seller_id: id, role_id: "role_owner" },
    },
    "member.removed": { id: owner.id, seller_id: id },
  })
}

async function ofRequests(
  app: App,
  sellerId: string,
  { order }: Placed
): Promise<Occurrences> {
  const payload = {
    ...{ order_id: order, display_id: 1, customer_note: spoken.reason },
    ...{ shipping_option_id: null, photos: [] },
    line_items: [{ line_item_id: "ordli_1", quantity: 1, reason_id: null }],
  }
  const requests = {
    req_1: ["product_category", {}],
    req_2: ["order_return", payload],
  }
  for (const [id, [kind, about]] of Object.entries(requests)) {
    await rows(
      app,
      `insert into request (id, kind, seller_id, title, payload, status, reviewer_note,
         submitter_type, submitter_id, subject_id)
       values ($1, $2, $3, $4, $5, 'rejected', $6, 'member', 'mem_1', $1)`,
      [id, kind, sellerId, spoken.request, about, spoken.reason]
    )
  }
  await rows(
    app,
    `insert into review (id, reference, reference_id, seller_id, order_id, customer_id, rating,
       customer_note, seller_note)
     values ('rev_1', 'seller', $1, $1, $2, 'cus_1', 4, $3, 'Thank you')`,
    [sellerId, order, spoken.reason]
  )
  const moves = ["submitted", "escalated", "accepted", "rejected"]
  const review = { id: "rev_1", seller_id: sellerId }
  return new Map<string, Payload[]>([
    ...[...moves, "declined", "withdrawn"].map((move): [string, Payload[]] => [
      `request.${move}`,
      Object.entries(requests)
        // What a seller asks of the operator is neither declined nor withdrawn in words of ours.
        .filter(([id]) => moves.includes(move) || id === "req_2")
        .map(([id, [kind]]) => ({ id, kind, seller_id: sellerId })),
    ]),
    ...once({ "review.submitted": review, "review.answered": review }),
  ])
}

async function placeOrder(shop: Shop): Promise<Placed> {
  const set = await buy(shop)
  const [order] = set.orders
  const { data } = await shop.api.get(
    `/admin/orders/${order.id}?fields=payment_collections.payments.id`,
    shop.admin
  )
  const payment = data.order.payment_collections[0].payments[0].id
  await shop.api.post(`/admin/payments/${payment}/capture`, {}, shop.admin)
  await shop.api.post(
    `/admin/payments/${payment}/refund`,
    { amount: 5, note: spoken.reason },
    shop.admin
  )
  return { order: order.id, set: set.id, payment }
}

async function ofOrders(
  app: App,
  shop: Shop,
  { order: id, set, payment }: Placed
): Promise<Occurrences> {
  await rows(
    app,
    `update order_address set phone = '+491701234567' where id =
       (select shipping_address_id from "order" where id = $1)`,
    [id]
  )
  const { data } = await shop.api.get(
    `/admin/orders/${id}?fields=items.id`,
    shop.admin
  )
  const fulfilled = await shop.api.post(
    `/admin/orders/${id}/fulfillments?fields=fulfillments.id`,
    { items: [{ id: data.order.items[0].id, quantity: 2 }] },
    shop.admin
  )
  const parcel = { id: fulfilled.data.order.fulfillments[0].id }
  return once({
    "order_set.placed": { id: set },
    "order.placed": { id },
    "order.canceled": { id },
    "order.return_requested": { order_id: id, return_id: "return_1" },
    "order.return_received": { order_id: id, return_id: "return_1" },
    "payment.refunded": { id: payment },
    "shipment.created": parcel,
    "delivery.created": parcel,
  })
}

async function ofPayouts(
  app: App,
  sellerId: string,
  { order }: Placed
): Promise<Occurrences> {
  await rows(
    app,
    `insert into payout (id, seller_id, currency_code, scale, amount, status,
       provider_id, idempotency_key, period, through_version, reason)
     values ('pout_1', $1, 'eur', 2, 4460, 'failed', 'manual', 'k', '2026-11', 1, $2)`,
    [sellerId, spoken.reason]
  )
  await rows(
    app,
    `insert into payout_account (id, seller_id, provider_id, provider_account_id, status, hold_reason)
     values ('pacc_1', $1, 'manual', 'DE89370400440532013000', 'restricted', $2)`,
    [sellerId, spoken.reason]
  )
  await rows(
    app,
    `insert into dispute (id, order_id, seller_id, currency_code, amount, provider_id, liability, reason, created_by)
     values ('dsp_1', $1, $2, 'eur', 1234, 'pp_x', 'seller', $3, 'user_1')`,
    [order, sellerId, spoken.reason]
  )
  const account = { id: "pacc_1", seller_id: sellerId }
  const payout = { id: "pout_1", seller_id: sellerId }
  const dispute = { id: "dsp_1", seller_id: sellerId, order_id: order }
  return new Map([
    ...once({
      "payout.paid": payout,
      "payout.failed": payout,
      "payout.returned": payout,
      "dispute.opened": dispute,
      "dispute.won": dispute,
      "dispute.lost": dispute,
      "payout_account.changed": account,
      "payout_account.status_changed": { ...account, status: "restricted" },
      "seller_statement.issued": {
        ...{ id: "selstmt_1", seller_id: sellerId },
        ...{ number: "2026-000042", period: "2026-11" },
      },
    }),
    [
      "payout_hold.changed",
      ["2027-03-01T00:00:00.000Z", null].map((until, n) => ({
        ...{ id: `pdec_${n}`, seller_id: sellerId, until },
      })),
    ],
  ])
}

async function ofAlerts(app: App, shop: Shop): Promise<Occurrences> {
  await shop.api.post(
    `/admin/sellers/${shop.bob.id}/adjustments`,
    { currency_code: "eur", amount: -25, reason: "a lost parcel" },
    shop.admin
  )
  await rows(
    app,
    `update inventory_level set stocked_quantity = reserved_quantity + 3,
       raw_stocked_quantity = jsonb_build_object('value', (reserved_quantity + 3)::text)
     where inventory_item_id = $1`,
    [shop.bolt.inventoryItemId]
  )
  const seller_id = shop.bob.id
  return once({
    "stock.low": {
      ...{ id: "alrt_1", seller_id, location_id: shop.bob.stockLocationId },
      inventory_item_id: shop.bolt.inventoryItemId,
    },
    "seller_balance.below_floor": {
      ...{ id: "alrt_2", seller_id, currency_code: "eur" },
    },
    "invariant.violated": { id: "alrt_3", name: "some-check", count: 2 },
  })
}

async function ofPapers(app: App, { bob }: Shop): Promise<Occurrences> {
  await paper(app, bob.id, "document_1", 10)
  const seller_id = bob.id
  return once({
    "seller_document.expiring": {
      ...{ id: "alrt_4", seller_id, document_id: "document_1" },
    },
    "seller_document.expired": { id: "document_1", seller_id, kind: "tax" },
  })
}

/** A document that the operator accepted, good for some days. */
export const paper = async (
  app: App,
  sellerId: string,
  id: string,
  days: number
) =>
  await rows(
    app,
    `insert into document (id, seller_id, uploaded_by_type, uploaded_by_id, name, mime_type, bytes,
       sha256, file_id, kind, status, expires_at)
     values ($1, $2, 'member', 'mem_1', $3, 'application/pdf', 1, 'x', 'x', 'tax', 'accepted',
       now() + $4 * interval '1 day')`,
    [id, sellerId, `${spoken.request}.pdf`, days]
  )

async function ofShoppers(shop: Shop): Promise<Occurrences> {
  const { data } = await shop.api.post(
    "/store/carts",
    {
      ...{ region_id: shop.regionId, email: "secret@example.com" },
      items: [{ variant_id: shop.bolt.variantId, quantity: 3 }],
    },
    shop.store
  )
  const visit = { visit: "visit-1", visitor: data.cart.id }
  return once({
    "cart.updated": { id: data.cart.id },
    "customer.created": { id: "cus_1" },
    [visits.PRODUCT_VIEWED]: { ...visit, id: shop.bolt.id },
    [visits.SELLER_VIEWED]: { ...visit, handle: shop.bob.handle },
    [visits.PRODUCT_ADDED]: {
      ...visit,
      ...{ variant_id: shop.bolt.variantId, quantity: 3 },
    },
  })
}
