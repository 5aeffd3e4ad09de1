import type { App } from "../../../app"
import { leaving } from "../../../order-books"
import type { PlacedOrder } from "../../../order-sets"
import { rows } from "../../../rows"
import { setTheOrderScene } from "./scene"

/** What a seller does with an order: parcels, returns, money; and what only it may name. */
export function orderWork(app: App): void {
  const scene = setTheOrderScene(app)

  const lineOf = async (order: PlacedOrder) =>
    (await scene.bob.read(`/orders/${order.id}`)).order.items[0]

  async function fulfil(order: PlacedOrder, quantity: number) {
    const line = await lineOf(order)
    return await scene.bob.ok(`/orders/${order.id}/fulfillments`, {
      location_id: scene.market.bob.stockLocationId,
      requires_shipping: true,
      items: [{ id: line.id, quantity }],
    })
  }

  const stock = async () => {
    const [level] = await rows(
      app,
      "select stocked_quantity::int as stocked, reserved_quantity::int as reserved from inventory_level where inventory_item_id = $1",
      [scene.market.bolt.inventoryItemId]
    )
    return level
  }

  it("is fulfilled by a suspended seller, who writes nothing else", async () => {
    const { market, bob } = scene
    const set = await scene.place()
    const suspended = await market.api.post(
      `/admin/sellers/${market.bob.id}/status`,
      { status: "suspended", reason: "papers" },
      market.admin
    )
    expect(suspended.status).toBe(200)
    const before = await stock()
    const path = `/orders/${set.bob.id}`
    const { order, fulfillment } = await fulfil(set.bob, 2)
    expect(order.fulfillments[0].id).toBe(fulfillment.id)
    expect(order).toMatchObject({
      payment_status: "authorized",
      fulfillment_status: "fulfilled",
    })
    expect(await stock()).toEqual({
      stocked: Number(before?.stocked) - 2,
      reserved: Number(before?.reserved) - 2,
    })
    const line = await lineOf(set.bob)
    const parcel = `${path}/fulfillments/${fulfillment.id}`
    const shipped = await bob.ok(`${parcel}/shipments`, {
      items: [{ id: line.id, quantity: 2 }],
      labels: [{ tracking_number: "DE1", tracking_url: "#", label_url: "#" }],
    })
    expect(shipped.order.fulfillment_status).toBe("shipped")
    const delivered = await bob.ok(`${parcel}/mark-as-delivered`)
    expect(delivered.order.fulfillment_status).toBe("delivered")
    const writes: [string, unknown][] = [
      [`${path}/cancel`, undefined],
      [`${path}/complete`, undefined],
      [`/returns`, { order_id: set.bob.id }],
      [`/order-edits`, { order_id: set.bob.id }],
      [`/payments/${set.bob.payment_id}/capture`, {}],
    ]
    for (const [url, body] of writes) {
      const refused = await bob.post(url, body)
      expect({ url, ...refused.data }).toMatchObject({
        url,
        code: "seller_suspended",
      })
    }
    expect((await bob.read("/orders?fulfillment_status=delivered")).count).toBe(
      1
    )
  })

  it("takes only own locations, options, items and parcels", async () => {
    const { market, bob, alice } = scene
    const set = await scene.place()
    const other = await scene.place()
    const line = await lineOf(set.bob)
    const path = `/orders/${set.bob.id}`
    const before = await stock()
    const items = [{ id: line.id, quantity: 1 }]
    const ofOther = [{ id: (await lineOf(other.bob)).id, quantity: 1 }]
    const wrong: [unknown, number][] = [
      [{ items, location_id: market.alice.stockLocationId }, 404],
      [{ items, location_id: market.house.stockLocationId }, 404],
      [{ items, shipping_option_id: market.alice.shippingOptionId }, 404],
      [{ items: ofOther }, 404],
      [{ items: [...items, ...ofOther] }, 404],
      [{ items: [{ id: line.id, quantity: -1 }] }, 400],
      [{ items: [{ id: line.id, quantity: 3 }] }, 400],
      [{ items, seller_id: "x" }, 400],
    ]
    for (const [body, status] of wrong) {
      const refused = await bob.post(`${path}/fulfillments`, body)
      expect({ body, status: refused.status }).toEqual({ body, status })
    }
    expect(await stock()).toEqual(before)
    const { fulfillment } = await fulfil(other.bob, 2)
    const stranger = await bob.post(
      `${path}/fulfillments/${fulfillment.id}/cancel`
    )
    expect(stranger.status).toBe(404)
    const theirs = await alice.post(
      `/orders/${other.bob.id}/fulfillments/${fulfillment.id}/cancel`
    )
    expect(theirs.status).toBe(404)
    const undone = await bob.ok(
      `/orders/${other.bob.id}/fulfillments/${fulfillment.id}/cancel`
    )
    expect(undone.order.fulfillment_status).toBe("canceled")
    expect(await stock()).toEqual(before)
    const { shipping_options } = await bob.read(`${path}/shipping-options`)
    expect(shipping_options.map((option: { id: string }) => option.id)).toEqual(
      [market.bob.shippingOptionId]
    )
  })

  it("comes back, is refunded and edited, and leaves the siblings as they are", async () => {
    const { market, bob } = scene
    const set = await scene.place()
    const order = set.bob
    const captured = await bob.ok(`/payments/${order.payment_id}/capture`, {})
    expect(captured.payment.captures).toMatchObject([{ amount: order.share }])
    expect(JSON.stringify(captured)).not.toContain(set.payment_id)
    const line = await lineOf(order)
    const { fulfillment } = await fulfil(order, 2)
    const parcel = `/orders/${order.id}/fulfillments/${fulfillment.id}`
    await bob.ok(`${parcel}/shipments`, {
      items: [{ id: line.id, quantity: 2 }],
    })
    await bob.ok(`${parcel}/mark-as-delivered`)
    const before = await stock()
    await leaving(market, [set.alice, set.house], async () => {
      const begun = await bob.ok("/returns", {
        order_id: order.id,
        location_id: market.bob.stockLocationId,
      })
      const path = `/returns/${begun.return.id}`
      const foreign = await bob.post(path, {
        location_id: market.alice.stockLocationId,
      })
      expect(foreign.status).toBe(404)
      await bob.ok(`${path}/request-items`, {
        items: [{ id: line.id, quantity: 1 }],
      })
      await bob.ok(`${path}/request`)
      await bob.ok(`${path}/receive`)
      await bob.ok(`${path}/receive-items`, {
        items: [{ id: line.id, quantity: 1 }],
      })
      const received = await bob.ok(`${path}/receive/confirm`)
      expect(received.return.status).toBe("received")
      const listed = await bob.read(`/returns?order_id=${order.id}`)
      expect(listed).toMatchObject({
        count: 1,
        returns: [{ id: begun.return.id, status: "received" }],
      })
      expect((await bob.read("/returns?status=open")).count).toBe(0)
      const one = await bob.read(path)
      expect(one.return.items[0]).toMatchObject({ received_quantity: 1 })
      const tooMuch = await bob.post(`/payments/${order.payment_id}/refund`, {
        amount: 1000,
      })
      expect(tooMuch.status).toBe(400)
      const back = await bob.ok(`/payments/${order.payment_id}/refund`, {
        amount: 11.9,
      })
      expect(back.payment.refunds).toMatchObject([{ amount: 11.9 }])
      const edit = await bob.ok("/order-edits", { order_id: order.id })
      expect(edit.order_change.order_id).toBe(order.id)
      const priced = await bob.post(`/order-edits/${order.id}/items`, {
        items: [
          { variant_id: market.nut.variantId, quantity: 1, unit_price: 0.01 },
        ],
      })
      expect(priced.status).toBe(400)
      const theirs = await bob.post(`/order-edits/${order.id}/items`, {
        items: [{ variant_id: market.tea.variantId, quantity: 1 }],
      })
      expect(theirs.status).toBe(404)
      await bob.ok(`/order-edits/${order.id}/items`, {
        items: [{ variant_id: market.nut.variantId, quantity: 1 }],
      })
      const confirmed = await bob.ok(`/order-edits/${order.id}/confirm`)
      expect(confirmed.order_preview.id).toBe(order.id)
    })
    expect(await stock()).toEqual({
      stocked: Number(before?.stocked) + 1,
      reserved: before?.reserved,
    })
    const { order: now } = await bob.read(`/orders/${order.id}`)
    expect(now).toMatchObject({
      payment_status: "partially_refunded",
      version: expect.any(Number),
    })
    expect(now.items).toHaveLength(2)
    const paid = await bob.read("/payments")
    expect(paid).toMatchObject({
      count: 1,
      payments: [{ id: order.payment_id, amount: order.share }],
    })
    const foreign = await bob.get(`/payments/${set.alice.payment_id}`)
    expect(foreign.status).toBe(404)
    const parent = await bob.get(`/payments/${set.payment_id}`)
    expect(parent.status).toBe(404)
    expect(
      (await scene.alice.post(`/payments/${order.payment_id}/refund`, {}))
        .status
    ).toBe(404)
  })
}
