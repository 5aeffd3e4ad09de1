import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { deliverWebhook, webhookOf } from "../../../acquirer"
import type { Acquirer } from "../../../acquirer/server"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { heard } from "./host-hooks"
import { complete, fill, openShop, setOf, traces, until } from "./shop"

/** Every way in ends in one path, and the hooks of a host run on it. */
export const entries = (acquirer: Acquirer) => (app: App) => {
  it("takes the same path from the store, the engine, the imported workflow and a webhook", async () => {
    const shop = await openShop(app)
    const goods = [shop.bolt, shop.mug]
    const byStore = await fill(shop, goods)
    const byEngine = await fill(shop, goods)
    const byImport = await fill(shop, goods)
    const byWebhook = await fill(shop, goods)
    heard.length = 0
    await complete(shop, byStore)
    expect(heard.map(({ hook }) => hook)).toEqual([
      "validate",
      "beforePaymentAuthorization",
      "orderCreated",
    ])
    expect(heard[0]?.input).toMatchObject({
      input: { id: byStore },
      cart: { id: byStore, items: [{}, {}] },
    })
    const engine = shop.container.resolve(Modules.WORKFLOW_ENGINE)
    const { result } = await engine.run("complete-cart", {
      input: { id: byEngine },
    })
    expect(result.id).toMatch(/^order_/)
    const imported = await completeCartWorkflow(shop.container).run({
      input: { id: byImport },
    })
    const retried = await completeCartWorkflow(shop.container).run({
      input: { id: byImport },
    })
    expect(imported.result.id).toMatch(/^order_/)
    expect(retried.result.id).toBe(imported.result.id)
    const [session] = await rows(
      app,
      `select session.data->>'id' as id from payment_session session
       join cart_payment_collection link using (payment_collection_id)
       where link.cart_id = $1`,
      [byWebhook]
    )
    await deliverWebhook(
      shop,
      webhookOf("payment.authorized", acquirer.find(String(session?.id)))
    )
    await until(
      () => setOf(shop, byWebhook),
      (set) => set?.status === "placed"
    )
    for (const cartId of [byStore, byEngine, byImport, byWebhook]) {
      expect(await setOf(shop, cartId)).toMatchObject({ status: "placed" })
    }
    expect(await traces(shop)).toMatchObject({ orders: 8, shares: 8 })
    expect(heard.filter(({ hook }) => hook === "orderCreated")).toHaveLength(4)
  })

  it("finishes or removes what a dead process left behind", async () => {
    const shop = await openShop(app)
    const [prepared, early] = [
      await fill(shop, [shop.bolt, shop.mug]),
      await fill(shop, [shop.bolt, shop.mug]),
    ]
    await complete(shop, prepared)
    await complete(shop, early)
    // As a process leaves them that dies before the last write, and before the cart is marked.
    await rows(
      app,
      `update order_set set status = 'placing', created_at = now() - interval '1 hour'`
    )
    await rows(app, `update cart set completed_at = null where id = $1`, [
      early,
    ])
    const engine = shop.container.resolve(Modules.WORKFLOW_ENGINE)
    await engine.run("run-sweepers", {
      input: { names: ["unfinished-order-sets"] },
    })
    expect(await setOf(shop, prepared)).toMatchObject({ status: "placed" })
    expect(await setOf(shop, early)).toMatchObject({
      status: "failed",
      open: false,
    })
    expect(await traces(shop)).toEqual({
      orders: 2,
      reservations: 2,
      reserved: 2,
      shares: 2,
      cart_links: 2,
      seller_links: 2,
      settlement_lines: 4,
      completed: 1,
      share_collections: 2,
    })
    const held = [...acquirer.payments.values()].filter(
      ({ status }) => status === "authorized"
    )
    expect(held.length).toBeGreaterThan(0)
    expect((await complete(shop, early)).data.type).toBe("order")
    expect(await traces(shop)).toMatchObject({ orders: 4, completed: 2 })
  })

  it("finishes at once for a buyer who tries again after a crash", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const { data } = await complete(shop, cartId)
    await rows(app, `update order_set set status = 'placing'`)
    const again = await complete(shop, cartId)
    expect(again.data.order_set.id).toBe(data.order_set.id)
    expect(again.data.order.id).toBe(data.order.id)
    expect(await traces(shop)).toMatchObject({ orders: 2, reservations: 2 })
  })

  it("behaves as Medusa's own completion when no line has a seller", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bag])
    const { data } = await complete(shop, cartId)
    expect(Object.keys(data).sort()).toEqual(["order", "order_set", "type"])
    expect(data.order_set.orders).toHaveLength(1)
    const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: carts } = await query.graph({
      entity: "cart",
      fields: ["completed_at", "payment_collection.id"],
      filters: { id: cartId },
    })
    expect(data.order).toMatchObject({
      total: 15.4581,
      payment_collections: [
        { id: carts[0]?.payment_collection?.id, status: "authorized" },
      ],
    })
    expect(await traces(shop)).toMatchObject({
      orders: 1,
      seller_links: 0,
      share_collections: 0,
      completed: 1,
    })
  })
}
