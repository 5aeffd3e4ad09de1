import type { App } from "../../app"
import { round } from "../../order-books"
import type { PlacedOrder } from "../../order-sets"
import { moneyMoved, setTheScene, type Scene } from "./suite"

/** With 19 % tax. */
const BOLT = 11.9
const NUT = 4.76

/** Edits, returns, claims and exchanges of bob's order; the others must not notice. */
export function changesOfOrders(app: App): void {
  const scene = setTheScene(app)

  it("edits a captured order: what is added is paid apart, what is removed comes back", async () => {
    const { set, market, ok, on, capture, refund, money, balanced } = scene
    const { bob } = set
    await capture(bob)
    moneyMoved()
    await on(bob, () => edit(scene, bob, { add: market.nut.variantId }))
    const extra = await newestCollection(scene, bob)
    expect(extra).toMatchObject({ amount: NUT, status: "not_paid" })
    expect(await money(bob)).toMatchObject({ paid: bob.share, pending: NUT })

    await on(bob, () =>
      ok(`/payment-collections/${extra.id}/mark-as-paid`, { order_id: bob.id })
    )
    expect(await money(bob)).toMatchObject({
      payment_status: "captured",
      paid: round(bob.share + NUT),
      pending: 0,
      transactions: [bob.share, NUT],
    })
    await on(bob, () => edit(scene, bob, { remove: true }))
    expect(await money(bob)).toMatchObject({ pending: -2 * BOLT })
    expect(moneyMoved()).toEqual([])
    await on(bob, () => refund(bob, 2 * BOLT))
    expect(moneyMoved()).toEqual([
      ["refund", 2 * BOLT, `${bob.payment_id}:refund:2380`],
    ])
    expect(await money(bob)).toMatchObject({
      paid: round(bob.share + NUT - 2 * BOLT),
      pending: 0,
    })
    await balanced()
  })

  it("edits an order that is only authorised: its share is given up for a new payment", async () => {
    const { set, market, ok, on, capture, money, balanced } = scene
    const { bob, alice } = set
    await on(bob, () => edit(scene, bob, { add: market.nut.variantId }))
    expect(moneyMoved()).toEqual([])
    const fresh = await newestCollection(scene, bob)
    const whole = round(bob.share + NUT)
    expect(fresh).toMatchObject({ amount: whole, status: "not_paid" })
    expect((await capture(bob)).status).toBe(400)
    // The share's collection is authorised no more: nobody can mark it as paid.
    const { status } = await scene.post(
      `/payment-collections/${bob.payment_collection_id}/mark-as-paid`,
      { order_id: bob.id }
    )
    expect(status).toBe(400)
    await on(bob, () =>
      ok(`/payment-collections/${fresh.id}/mark-as-paid`, { order_id: bob.id })
    )
    expect(await money(bob)).toMatchObject({
      payment_status: "captured",
      paid: whole,
      pending: 0,
    })
    await balanced()

    await on(alice, () => capture(alice))
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
      ["refund", bob.share, `${set.payment_id}:release:${bob.payment_id}`],
    ])
    await balanced()
  })

  it("refuses to mark a share as paid", async () => {
    const { set, post, balanced } = scene
    const { status, data } = await post(
      `/payment-collections/${set.bob.payment_collection_id}/mark-as-paid`,
      { order_id: set.bob.id }
    )
    expect([status, data.type]).toEqual([400, "not_allowed"])
    expect(moneyMoved()).toEqual([])
    await balanced()
  })

  it("takes a return and refunds it", async () => {
    const { set, ok, on, refund, money, balanced } = scene
    const { bob } = set
    const line = await sold(scene)
    await on(bob, async () => {
      const { return: made } = await ok("/returns", {
        order_id: bob.id,
        location_id: scene.market.bob.stockLocationId,
      })
      const items = [{ id: line.id, quantity: 1 }]
      await ok(`/returns/${made.id}/request-items`, { items })
      await ok(`/returns/${made.id}/request`)
      await ok(`/returns/${made.id}/receive`)
      await ok(`/returns/${made.id}/receive-items`, { items })
      await ok(`/returns/${made.id}/receive/confirm`)
    })
    expect(await money(bob)).toMatchObject({ pending: -BOLT })
    await on(bob, () => refund(bob, BOLT))
    await expectRefunded(scene, BOLT)
    await balanced()
  })

  it("settles a claim by a refund, another by a replacement", async () => {
    const { set, market, ok, on, refund, money, balanced } = scene
    const { bob } = set
    const line = await sold(scene)
    const items = [{ id: line.id, quantity: 1 }]
    await on(bob, async () => {
      const { claim } = await ok("/claims", {
        order_id: bob.id,
        type: "refund",
      })
      await ok(`/claims/${claim.id}/claim-items`, { items })
      await ok(`/claims/${claim.id}/request`)
    })
    // Medusa leaves it to the operator how much a claim is worth.
    expect(await money(bob)).toMatchObject({ pending: 0 })
    await on(bob, () => refund(bob, BOLT))
    await expectRefunded(scene, BOLT)

    await on(bob, async () => {
      const { claim } = await ok("/claims", {
        order_id: bob.id,
        type: "replace",
      })
      await ok(`/claims/${claim.id}/inbound/items`, {
        location_id: market.bob.stockLocationId,
        items,
      })
      await ok(`/claims/${claim.id}/outbound/items`, {
        items: [{ variant_id: market.bolt.variantId, quantity: 1 }],
      })
      await ok(`/claims/${claim.id}/request`)
    })
    expect(await money(bob)).toMatchObject({ pending: 0 })
    expect(moneyMoved()).toEqual([])
    await balanced()
  })

  it("exchanges goods and refunds the difference", async () => {
    const { set, market, ok, on, refund, money, balanced } = scene
    const { bob } = set
    const line = await sold(scene)
    await on(bob, async () => {
      const { exchange } = await ok("/exchanges", { order_id: bob.id })
      await ok(`/exchanges/${exchange.id}/inbound/items`, {
        location_id: market.bob.stockLocationId,
        items: [{ id: line.id, quantity: 1 }],
      })
      await ok(`/exchanges/${exchange.id}/outbound/items`, {
        items: [{ variant_id: market.nut.variantId, quantity: 1 }],
      })
      await ok(`/exchanges/${exchange.id}/request`)
    })
    const difference = round(BOLT - NUT)
    expect(await money(bob)).toMatchObject({ pending: -difference })
    await on(bob, () => refund(bob, difference))
    await expectRefunded(scene, difference)
    await balanced()
  })
}

async function edit(
  { ok, line }: Scene,
  order: PlacedOrder,
  change: { add?: string; remove?: true }
): Promise<void> {
  await ok("/order-edits", { order_id: order.id })
  if (change.add) {
    await ok(`/order-edits/${order.id}/items`, {
      items: [{ variant_id: change.add, quantity: 1 }],
    })
  }
  if (change.remove) {
    const { id } = await line(order)
    await ok(`/order-edits/${order.id}/items/item/${id}`, { quantity: 0 })
  }
  await ok(`/order-edits/${order.id}/confirm`)
}

async function newestCollection({ market }: Scene, order: PlacedOrder) {
  const { data } = await market.api.get(
    `/admin/orders/${order.id}?fields=*payment_collections`,
    market.admin
  )
  const collections: { id: string; created_at: string }[] =
    data.order.payment_collections
  const [newest] = collections.sort((a, b) =>
    b.created_at.localeCompare(a.created_at)
  )
  return newest ?? { id: "" }
}

/** Bob's order captured, sent and delivered; its line of two bolts. */
async function sold({ set, market, ok, line, capture }: Scene) {
  const { bob } = set
  await capture(bob)
  const item = await line(bob)
  const { order } = await ok(
    `/orders/${bob.id}/fulfillments?fields=*fulfillments`,
    {
      location_id: market.bob.stockLocationId,
      items: [{ id: item.id, quantity: 2 }],
    }
  )
  const id = order.fulfillments[0].id
  await ok(`/orders/${bob.id}/fulfillments/${id}/mark-as-delivered`)
  moneyMoved()
  return item
}

async function expectRefunded({ set, money }: Scene, amount: number) {
  const { bob } = set
  expect(moneyMoved()).toEqual([
    ["refund", amount, `${bob.payment_id}:refund:${Math.round(amount * 100)}`],
  ])
  expect(await money(bob)).toMatchObject({
    payment_status: "partially_refunded",
    paid: round(bob.share - amount),
    refunded: amount,
    pending: 0,
    transactions: [bob.share, -amount],
  })
}
