import type { Acquirer } from "../../../acquirer/server"
import type { App } from "../../../app"
import { eventLog } from "../../../event-log"
import { rows } from "../../../rows"
import { complete, fill, openShop, setOf, traces } from "./shop"

type Order = { id: string; total: number; seller?: { id: string } | null }

/** One cart, one payment, an order per seller, whoever completes it how often. */
export const placing = (acquirer: Acquirer) => (app: App) => {
  it("makes an order per seller and one of the operator, each with what is its own", async () => {
    const shop = await openShop(app)
    const { bob, alice } = shop
    const log = eventLog(shop.container, ["order.placed", "order_set.placed"])
    const cartId = await fill(shop, [shop.bolt, shop.mug, shop.bag])
    const { status, data } = await complete(shop, cartId)
    expect(status).toBe(200)
    const { order, order_set } = data
    expect(
      order_set.orders.map(({ seller, total }: Order) => [seller?.id, total])
    ).toEqual([
      ...[
        [bob.id, 17.85],
        [alice.id, 32.13],
      ].sort(),
      [undefined, 15.4581],
    ])
    expect(order.id).toBe(order_set.orders[0].id)
    expect(order_set.total).toBe(65.4381)
    const ids = order_set.orders.map(({ id }: Order) => id)
    expect(await log.take()).toEqual([
      ...ids.map((id: string) => ({ name: "order.placed", data: { id } })),
      { name: "order_set.placed", data: { id: order_set.id } },
    ])
    expect(await traces(shop)).toEqual({
      orders: 3,
      reservations: 3,
      reserved: 3,
      shares: 3,
      cart_links: 3,
      seller_links: 2,
      settlement_lines: 6,
      completed: 1,
      share_collections: 3,
    })
    const shares = await rows(
      app,
      `select share.share, collection.amount, payment.amount as held
       from order_set_order share
       join payment_collection collection on collection.id = share.payment_collection_id
       join payment on payment.id = share.payment_id
       order by share.order_id`
    )
    const amounts = shares.map(({ share }) => Number(share))
    expect([...amounts].sort()).toEqual([15.46, 17.85, 32.13])
    for (const { share, amount, held } of shares) {
      expect([amount, held]).toEqual([share, share])
    }
    const parent = [...acquirer.payments.values()].at(-1)
    // What the provider holds is the shares to the cent, not Medusa's 65.4381.
    expect(parent?.amount).toBe(65440)
  })

  it("answers the same set to twenty who complete at once, and to who comes later", async () => {
    const shop = await openShop(app)
    const log = eventLog(shop.container, ["order.placed", "order_set.placed"])
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const from = acquirer.calls.length
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => complete(shop, cartId))
    )
    const later = await complete(shop, cartId)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => ![200, 409].includes(status))).toEqual(
      []
    )
    const sets = [...answers, later]
      .filter(({ status }) => status === 200)
      .map(({ data }) => [data.type, data.order.id, data.order_set.id])
    expect(new Set(sets.map((one) => one.join())).size).toBe(1)
    expect(await traces(shop)).toMatchObject({
      orders: 2,
      reservations: 2,
      reserved: 2,
      shares: 2,
      cart_links: 2,
      share_collections: 2,
    })
    expect(
      acquirer.calls.slice(from).filter(({ op }) => op === "authorize")
    ).toHaveLength(1)
    expect((await log.take()).map(({ name }) => name).sort()).toEqual([
      "order.placed",
      "order.placed",
      "order_set.placed",
    ])
    expect(await setOf(shop, cartId)).toMatchObject({ status: "placed" })
  })

  it("gives a cart of one owner its own payment, as Medusa does", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.mug])
    const { data } = await complete(shop, cartId)
    const [row] = await rows(
      app,
      `select share.payment_collection_id = cart.payment_collection_id as same,
        payment.provider_id
       from order_set_order share
       join order_set on order_set.id = share.order_set_id
       join cart_payment_collection cart on cart.cart_id = order_set.cart_id
       join payment on payment.id = share.payment_id`
    )
    expect(row).toEqual({ same: true, provider_id: "pp_acquirer_acquirer" })
    expect(data.order_set.orders).toHaveLength(1)
    expect(data.order.payment_collections).toHaveLength(1)
  })
}
