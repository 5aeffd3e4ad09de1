import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { App } from "../../app"
import { signIn, type SignedInMember } from "../../members"
import type { PlacedOrder } from "../../order-sets"
import { expectSoundBooks } from "../../sound-books"
import { setRate } from "./books"
import { moneyMoved, setTheScene } from "./suite"

/** With 19 % tax. */
const BOLT = 11.9
const NUT = 4.76

/**
 * What a seller itself does about an order of its own, over its own routes: its
 * payment moves, its books follow to the cent, and nobody else's do.
 */
export function changesBySellers(app: App): void {
  const members = {} as { bob: SignedInMember; alice: SignedInMember }
  const scene = setTheScene(app, async (market) => {
    await setRate(market)
    members.bob = await signIn(market, market.bob)
    members.alice = await signIn(market, market.alice)
  })

  /** Posts as bob what must succeed. */
  const bobs = async (path: string, body: unknown = {}) => {
    const { api } = scene.market
    const { status, data } = await api.post(
      `/vendor${path}`,
      body,
      members.bob.as
    )
    if (status >= 300) {
      throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
    }
    return data
  }
  const read = async (path: string, who: SignedInMember) => {
    const { status, data } = await scene.market.api.get(
      `/vendor${path}`,
      who.as
    )
    expect([path, status]).toEqual([path, 200])
    return data
  }
  const pending = async (who: SignedInMember): Promise<number> => {
    const { balances } = await read("/balance", who)
    return balances[0]?.pending ?? 0
  }
  /** What refunds took of bob's lines, in minor units. */
  const allocations = async (): Promise<unknown[]> => {
    const db = scene.market.container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    const { rows } = await db.raw(
      `select line_type, amount::int, tax::int, commission_reversed::int as commission
       from refund_allocation where order_id = ? order by line_type`,
      [scene.set.bob.id]
    )
    return rows
  }
  /** Bob's order captured, packed and delivered by himself; its two bolts. */
  const sold = async (): Promise<{ id: string }> => {
    const { set, market } = scene
    await bobs(`/payments/${set.bob.payment_id}/capture`)
    const { order } = await read(`/orders/${set.bob.id}`, members.bob)
    const [item] = order.items
    await bobs(`/orders/${set.bob.id}/fulfillments`, {
      location_id: market.bob.stockLocationId,
      items: [{ id: item.id, quantity: 2 }],
    })
    const { order: packed } = await read(`/orders/${set.bob.id}`, members.bob)
    const [fulfilment] = packed.fulfillments
    await bobs(
      `/orders/${set.bob.id}/fulfillments/${fulfilment.id}/mark-as-delivered`
    )
    await expectSoundBooks(market.container)
    expect(await pending(members.bob)).toBe(23.5)
    moneyMoved()
    return item
  }
  const refund = async ({ payment_id }: PlacedOrder, amount: number) => {
    await bobs(`/payments/${payment_id}/refund`, { amount })
    expect(moneyMoved()).toEqual([
      ["refund", amount, `${payment_id}:refund:${Math.round(amount * 100)}`],
    ])
    await expectSoundBooks(scene.market.container)
  }

  it("refunds a return on its own payment, and nobody else can", async () => {
    const { set, on, market, balanced } = scene
    const item = await sold()
    const items = [{ id: item.id, quantity: 1 }]
    await on(set.bob, async () => {
      const { return: made } = await bobs("/returns", {
        order_id: set.bob.id,
        location_id: market.bob.stockLocationId,
      })
      await bobs(`/returns/${made.id}/request-items`, { items })
      await bobs(`/returns/${made.id}/request`)
      await bobs(`/returns/${made.id}/receive`)
      await bobs(`/returns/${made.id}/receive-items`, { items })
      await bobs(`/returns/${made.id}/receive/confirm`)
      const { status } = await market.api.post(
        `/vendor/payments/${set.bob.payment_id}/refund`,
        { amount: BOLT },
        members.alice.as
      )
      expect(status).toBe(404)
      await refund(set.bob, BOLT)
    })
    expect(await allocations()).toEqual([
      { line_type: "item", amount: 1190, tax: 190, commission: 75 },
    ])
    expect(await pending(members.bob)).toBe(14.25)
    const ledger = await read("/ledger?kind=refund", members.bob)
    expect(ledger.ledger_lines).toMatchObject([
      { order_id: set.bob.id, account: "pending", amount: -9.25 },
    ])
    expect((await read("/ledger", members.alice)).count).toBe(0)
    await balanced()
  })

  it("settles a claim by a refund over all lines", async () => {
    const { set, on, balanced } = scene
    const item = await sold()
    await on(set.bob, async () => {
      const { claim } = await bobs("/claims", {
        ...{ order_id: set.bob.id, type: "refund" },
      })
      const items = [{ id: item.id, quantity: 1 }]
      await bobs(`/claims/${claim.id}/claim-items`, { items })
      await bobs(`/claims/${claim.id}/request`)
      await refund(set.bob, BOLT)
    })
    // Nothing came back: 2/5 of each line.
    expect(await allocations()).toEqual([
      { line_type: "item", amount: 952, tax: 152, commission: 60 },
      { line_type: "shipping", amount: 238, tax: 38, commission: 0 },
    ])
    expect(await pending(members.bob)).toBe(14.1)
    await balanced()
  })

  it("refunds the difference of an exchange, and charges commission for what went out", async () => {
    const { set, on, market, balanced } = scene
    const item = await sold()
    await on(set.bob, async () => {
      const { exchange } = await bobs("/exchanges", { order_id: set.bob.id })
      await bobs(`/exchanges/${exchange.id}/inbound/items`, {
        location_id: market.bob.stockLocationId,
        items: [{ id: item.id, quantity: 1 }],
      })
      await bobs(`/exchanges/${exchange.id}/outbound/items`, {
        items: [{ variant_id: market.nut.variantId, quantity: 1 }],
      })
      await bobs(`/exchanges/${exchange.id}/request`)
      await refund(set.bob, 7.14)
    })
    expect(await allocations()).toEqual([
      { line_type: "item", amount: 714, tax: 114, commission: 45 },
    ])
    // 7.5 % of the bolt that stayed and of the nut that went out: 1.05.
    expect(await pending(members.bob)).toBe(17.95)
    const { commission } = await read(
      `/orders/${set.bob.id}/commission`,
      members.bob
    )
    expect(commission.commission_lines).toHaveLength(3)
    await balanced()
  })

  it("edits its order: what is added is paid apart, what is taken off goes back", async () => {
    const { set, on, ok, market, balanced } = scene
    await bobs(`/payments/${set.bob.payment_id}/capture`)
    await on(set.bob, async () => {
      await bobs("/order-edits", { order_id: set.bob.id })
      await bobs(`/order-edits/${set.bob.id}/items`, {
        items: [{ variant_id: market.nut.variantId, quantity: 1 }],
      })
      await bobs(`/order-edits/${set.bob.id}/confirm`)
      const { data } = await market.api.get(
        `/admin/orders/${set.bob.id}?fields=*payment_collections`,
        market.admin
      )
      const open = data.order.payment_collections.find(
        (one: { status: string }) => one.status === "not_paid"
      )
      expect(open.amount).toBe(NUT)
      await ok(`/payment-collections/${open.id}/mark-as-paid`, {
        order_id: set.bob.id,
      })
    })
    await expectSoundBooks(market.container)
    expect(await pending(members.bob)).toBe(27.2)
    moneyMoved()
    await on(set.bob, async () => {
      const { order } = await read(`/orders/${set.bob.id}`, members.bob)
      const bolts = order.items.find(
        (item: { variant_id: string }) =>
          item.variant_id === market.bolt.variantId
      )
      await bobs("/order-edits", { order_id: set.bob.id })
      await bobs(`/order-edits/${set.bob.id}/items/item/${bolts.id}`, {
        quantity: 0,
      })
      await bobs(`/order-edits/${set.bob.id}/confirm`)
      await refund(set.bob, 2 * BOLT)
    })
    expect(await allocations()).toEqual([
      { line_type: "item", amount: 2380, tax: 380, commission: 150 },
    ])
    // The shipping and the nut, less its commission of 0.30.
    expect(await pending(members.bob)).toBe(8.7)
    await balanced()
  })
}
