import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { deliverWebhook, postWebhook, webhookOf } from "../../acquirer"
import type { App } from "../../app"
import { expectBalanced, moneyOf } from "../../order-books"
import {
  complete,
  createMarket,
  placeSet,
  readSet,
  readyMarketCart,
  type Market,
  type PlacedSet,
} from "../../order-sets"
import { readyCart } from "../../world"
import { acquirer, moneyMoved, sweep, sweepOnceFound, until } from "./suite"

/** Capture right after placement, and every way in which a payment service answers. */
export function waysToPay(app: App): void {
  const scene = {} as { market: Market }
  beforeAll(async () => {
    await acquirer.start()
    scene.market = await createMarket(app)
    acquirer.snapshot()
  })
  beforeEach(() => acquirer.restore())
  afterAll(() => acquirer.stop())

  const expectPaid = async (set: PlacedSet) => {
    await until(async () => await isCaptured(scene.market, set))
    for (const order of set.orders) {
      expect(await moneyOf(scene.market, order)).toMatchObject({
        payment_status: "captured",
        paid: order.share,
        transactions: [order.share],
      })
    }
  }

  it("captures every order right after placement", async () => {
    const set = await placeSet(scene.market)
    await expectPaid(set)
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
    ])
    await expectBalanced(scene.market, set, acquirer)
  })

  it("captures by the sweeper what the event could not", async () => {
    acquirer.next("capture", "error")
    acquirer.next("capture", "error")
    acquirer.next("capture", "error")
    const set = await placeSet(scene.market)
    await until(async () => acquirer.moneyCalls().length === 3)
    expect(
      await sweepOnceFound(scene.market, "order-set-captures")
    ).toMatchObject({ found: 1, mended: 1 })
    await expectPaid(set)
    expect(new Set(moneyMoved().map(([, , key]) => key))).toEqual(
      new Set([`${set.payment_id}:capture`])
    )
    await expectBalanced(scene.market, set, acquirer)
  })

  it("pays, refunds and cancels with Medusa's system provider", async () => {
    const { market } = scene
    const set = await placeSet(market, "pp_system_default")
    await expectPaid(set)
    const { status } = await market.api.post(
      `/admin/payments/${set.bob.payment_id}/refund`,
      { amount: 5 },
      market.admin
    )
    expect(status).toBe(200)
    await market.api.post(
      `/admin/orders/${set.alice.id}/cancel`,
      {},
      market.admin
    )
    expect(await moneyOf(market, set.bob)).toMatchObject({ refunded: 5 })
    expect(await moneyOf(market, set.alice)).toMatchObject({
      status: "canceled",
      payment_status: "refunded",
      transactions: [set.alice.share, -set.alice.share],
    })
    expect(acquirer.calls).toEqual([])
  })

  it("captures one seller's cart, and leaves one of the operator to the operator", async () => {
    const { market } = scene
    const { bob, house, bolt, bag } = market
    const place = async (variantId: string, option: string) => {
      const lines = [{ variantId, quantity: 1 }]
      const provider = "pp_acquirer_acquirer"
      const cartId = await readyCart(market, lines, [option], provider)
      const { data } = await complete(market, cartId)
      return data.order as { id: string; total: number }
    }
    const stock = await place(bag.variantId, house.shippingOptionId)
    const own = await place(bolt.variantId, bob.shippingOptionId)
    await until(
      async () => (await moneyOf(market, own)).transactions.length === 1
    )
    expect(acquirer.moneyCalls()).toHaveLength(1)
    expect(await moneyOf(market, own)).toMatchObject({ paid: own.total })
    expect(await sweep(market, "order-set-captures")).toMatchObject({
      found: 0,
    })
    expect(await moneyOf(market, stock)).toMatchObject({
      payment_status: "authorized",
      paid: 0,
    })
  })

  it("captures the orders of a payment that its service captures at once", async () => {
    acquirer.next("authorize", "captured")
    const set = await placeSet(scene.market)
    await expectPaid(set)
    expect(moneyMoved()).toEqual([])
    await expectBalanced(scene.market, set, acquirer)
  })

  it("places the set of a payment that a webhook reports as captured first", async () => {
    const { market } = scene
    const cartId = await readyMarketCart(market)
    const [payment] = [...acquirer.payments.values()]
    acquirer.captureOutside(payment?.id ?? "")
    const webhook = webhookOf(
      "payment.captured",
      acquirer.find(payment?.id ?? "")
    )
    expect((await postWebhook(market.api, webhook)).status).toBe(200)
    await until(async () => (await setOf(market, cartId))?.status === "placed")
    const set = await readSet(market, cartId)
    await expectPaid(set)
    await expectBalanced(market, set, acquirer)
    const again = await complete(market, cartId)
    expect(again.data.order_set.id).toBe(set.id)
  })

  it.each(["payment.authorized", "payment.captured"] as const)(
    "places a set whose payment comes later, by %s",
    async (type) => {
      const { market } = scene
      const cartId = await readyMarketCart(market)
      acquirer.next("authorize", "pending")
      const { status, data } = await complete(market, cartId)
      expect([status, data.type]).toEqual([200, "order"])
      const open = await readSet(market, cartId)
      expect(open).toMatchObject({ status: "placed", payment_id: null })
      expect(open.orders).toHaveLength(3)
      expect(await sweep(market, "order-set-captures")).toMatchObject({
        found: 0,
      })

      const [payment] = [...acquirer.payments.values()]
      const real = acquirer.find(payment?.id ?? "")
      if (type === "payment.captured") {
        acquirer.captureOutside(real.id)
      }
      await deliverWebhook(market, webhookOf(type, real))
      await until(async () => await hasPayment(market, cartId))
      if (type === "payment.authorized") {
        // Medusa tells nobody of a late authorisation.
        expect(await sweep(market, "order-set-captures")).toMatchObject({
          found: 1,
          mended: 1,
        })
      }
      await until(async () => !!(await readSet(market, cartId)).payment_id)
      const set = await readSet(market, cartId)
      await expectPaid(set)
      await expectBalanced(market, set, acquirer)
    }
  )

  it.each([
    ["requires_more", "payment_requires_more_error"],
    ["refuse", "payment_authorization_error"],
  ] as const)(
    "answers as Medusa does when the payment service says %s",
    async (behaviour, type) => {
      const { market } = scene
      const cartId = await readyMarketCart(market)
      acquirer.next("authorize", behaviour)
      const { status, data } = await complete(market, cartId)
      expect([status, data.type]).toEqual([200, "cart"])
      expect(data.error.type).toBe(type)
      expect(data.message).toBe(data.error.message)
      const db = market.container.resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      for (const table of [
        "order",
        "reservation_item",
        "payment",
        "order_payment_collection",
      ]) {
        const { rows } = await db.raw(
          `select count(*)::int as count from "${table}" where deleted_at is null`
        )
        expect([table, rows[0].count]).toEqual([table, 0])
      }
      expect(moneyMoved()).toEqual([])
      if (behaviour === "requires_more") {
        expect((await complete(market, cartId)).data.type).toBe("order")
        await expectPaid(await readSet(market, cartId))
      }
    }
  )
}

async function setOf(market: Market, cartId: string) {
  const db = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(
    "select status from order_set where cart_id = ?",
    [cartId]
  )
  return rows[0]
}

async function hasPayment(market: Market, cartId: string): Promise<boolean> {
  const db = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(
    `select 1 from order_set s join payment p on p.payment_session_id = s.payment_session_id
     where s.cart_id = ?`,
    [cartId]
  )
  return rows.length > 0
}

async function isCaptured(market: Market, set: PlacedSet): Promise<boolean> {
  const money = await Promise.all(
    set.orders.map((order) => moneyOf(market, order))
  )
  // Medusa books the transaction after the capture.
  return money.every((one) => one.transactions.length === 1)
}
