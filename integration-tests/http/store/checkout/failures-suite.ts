import type { Acquirer } from "../../../acquirer/server"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { broken } from "./host-hooks"
import {
  complete,
  fill,
  nothing,
  openShop,
  setOf,
  traces,
  until,
  type Shop,
} from "./shop"

/** Failures before, in and after the payment: nothing stays, and the cart can be completed. */
export const failures = (acquirer: Acquirer) => (app: App) => {
  const paymentOf = async (cartId: string) => {
    const [row] = await rows(
      app,
      `select session.data->>'id' as id from payment_session session
       join cart_payment_collection link using (payment_collection_id)
       where link.cart_id = $1 and session.deleted_at is null`,
      [cartId]
    )
    return acquirer.find(String(row?.id))
  }

  const releasedSet = (shop: Shop, cartId: string) =>
    until(
      () => setOf(shop, cartId),
      (set) => set?.status === "failed" && !set.open
    )

  it("voids the payment when something fails after it, and lets the cart be completed again", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const first = await paymentOf(cartId)
    broken.hook = "orderCreated"
    const failed = await complete(shop, cartId)
    broken.hook = undefined
    expect(failed.status).toBe(500)
    expect(await releasedSet(shop, cartId)).toMatchObject({
      status: "failed",
      open: false,
    })
    expect(first.status).toBe("canceled")
    expect(await traces(shop)).toEqual(nothing)
    const second = await paymentOf(cartId)
    expect(second.id).not.toBe(first.id)
    const again = await complete(shop, cartId)
    expect(again.status).toBe(200)
    expect(again.data.order_set.orders).toHaveLength(2)
    expect(["authorized", "captured"]).toContain(second.status)
  })

  it("refunds what an auto-capturing provider took, once", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const first = await paymentOf(cartId)
    acquirer.next("authorize", "captured")
    broken.hook = "orderCreated"
    await complete(shop, cartId)
    broken.hook = undefined
    await releasedSet(shop, cartId)
    expect(acquirer.balance(first.id)).toBe(0)
    expect(
      acquirer.calls.filter(
        (call) => call.op === "refund" && call.payment === first.id
      )
    ).toMatchObject([{ amount: 49.98, outcome: "done" }])
    expect(await traces(shop)).toEqual(nothing)
    expect((await complete(shop, cartId)).status).toBe(200)
  })

  it("keeps the session of a payment that needs the buyer, and finishes with it", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const payment = await paymentOf(cartId)
    acquirer.next("authorize", "requires_more")
    const { status, data } = await complete(shop, cartId)
    expect(status).toBe(200)
    expect(data).toMatchObject({
      type: "cart",
      cart: { id: cartId },
      error: { type: "payment_requires_more_error" },
      message: "More information is required for payment",
    })
    await releasedSet(shop, cartId)
    expect(await traces(shop)).toEqual(nothing)
    expect(payment.status).toBe("requires_more")
    const again = await complete(shop, cartId)
    expect(again.data.type).toBe("order")
    expect((await paymentOf(cartId)).id).toBe(payment.id)
  })

  it("answers a refused payment with the cart, and leaves nothing behind", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    acquirer.next("authorize", "refuse")
    const { status, data } = await complete(shop, cartId)
    expect(status).toBe(200)
    expect(data).toMatchObject({
      type: "cart",
      error: { type: "payment_authorization_error" },
      message: "Payment authorization failed",
    })
    await releasedSet(shop, cartId)
    expect(await traces(shop)).toEqual(nothing)
  })

  it("drops a payment whose answer was lost, so that nobody stays charged", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const payment = await paymentOf(cartId)
    acquirer.next("authorize", "lost")
    const { data } = await complete(shop, cartId)
    expect(data.type).toBe("cart")
    await releasedSet(shop, cartId)
    expect(payment.status).toBe("canceled")
    expect(await traces(shop)).toEqual(nothing)
    expect((await complete(shop, cartId)).data.type).toBe("order")
  })

  it("places the set while the authorisation is deferred", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    acquirer.next("authorize", "pending")
    const { data } = await complete(shop, cartId)
    expect(data.type).toBe("order")
    expect(await setOf(shop, cartId)).toMatchObject({
      status: "placed",
      payment_id: null,
    })
    expect(data.order_set.payment_status).toBe("not_paid")
  })
}
