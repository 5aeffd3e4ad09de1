import { deliverWebhook, webhookOf } from "../../acquirer"
import type { App } from "../../app"
import { rows } from "../../rows"
import { acquirer, moneyMoved, setTheScene, until } from "./suite"

export function capturesAndRefunds(app: App): void {
  const scene = setTheScene(app)

  it("captures one order, the parent once and in full, and the next without a call", async () => {
    const { set, capture, money, balanced, on } = scene
    await balanced()
    expect((await on(set.bob, () => capture(set.bob))).status).toBe(200)
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
    ])
    expect(await money(set.bob)).toEqual({
      status: "pending",
      payment_status: "captured",
      paid: set.bob.share,
      refunded: 0,
      pending: 0,
      transactions: [set.bob.share],
    })
    expect((await money(set.alice)).payment_status).toBe("authorized")
    await balanced()

    expect((await on(set.alice, () => capture(set.alice))).status).toBe(200)
    // Twice is the same as once.
    expect((await capture(set.alice)).status).toBe(200)
    expect(moneyMoved()).toEqual([])
    expect(await money(set.alice)).toMatchObject({
      payment_status: "captured",
      paid: set.alice.share,
      transactions: [set.alice.share],
    })
    await balanced()
  })

  it("refunds one order partly, then fully, and not a cent more", async () => {
    const { set, capture, refund, money, balanced, on } = scene
    const { alice } = set
    await capture(alice)
    moneyMoved()
    expect((await on(alice, () => refund(alice, 10.5))).status).toBe(200)
    expect(moneyMoved()).toEqual([
      ["refund", 10.5, `${alice.payment_id}:refund:1050`],
    ])
    expect(await money(alice)).toMatchObject({
      payment_status: "partially_refunded",
      paid: cents(alice.share - 10.5),
      refunded: 10.5,
      pending: 0,
      transactions: [alice.share, -10.5],
    })
    await balanced()

    const rest = cents(alice.share - 10.5)
    // Medusa itself tolerates one unit more, which would be a sibling's.
    for (const tooMuch of [rest + 0.01, rest + 0.001, rest + 5]) {
      const { status, data } = await on(alice, () => refund(alice, tooMuch))
      expect([status, data.type]).toEqual([400, "invalid_data"])
    }
    expect(moneyMoved()).toEqual([])
    await balanced()

    expect((await on(alice, () => refund(alice, rest))).status).toBe(200)
    expect(moneyMoved()).toEqual([
      [
        "refund",
        rest,
        `${alice.payment_id}:refund:${Math.round(alice.share * 100)}`,
      ],
    ])
    expect(await money(alice)).toMatchObject({
      payment_status: "refunded",
      paid: 0,
      refunded: alice.share,
      pending: 0,
    })
    expect((await refund(alice, 0.01)).status).toBe(400)
    expect(moneyMoved()).toEqual([])
    await balanced()
  })

  it("rounds amounts finer than a cent so that the parts end at the share", async () => {
    const { set, capture, refund } = scene
    const { bob } = set
    await capture(bob)
    moneyMoved()
    const third = Math.floor((bob.share / 3) * 1e6) / 1e6
    for (let time = 0; time < 3; time++) {
      expect((await refund(bob, third)).status).toBe(200)
    }
    const moved = moneyMoved()
    expect(moved).toHaveLength(3)
    expect(
      cents(moved.reduce((sum, [, amount]) => sum + (amount ?? 0), 0))
    ).toBe(bob.share)
    expect(acquirer.balance(set.acquirer_id)).toBe(
      cents(set.alice.share + set.house.share)
    )
    expect((await refund(bob, 0.01)).status).toBe(400)
  })

  it("refuses to refund what is not captured and to capture more than the share", async () => {
    const { set, refund, post, balanced } = scene
    const { bob } = set
    expect((await refund(bob, 1)).status).toBe(400)
    const { status, data } = await post(`/payments/${bob.payment_id}/capture`, {
      amount: bob.share + 0.01,
    })
    expect([status, data.type]).toEqual([400, "invalid_data"])
    expect(moneyMoved()).toEqual([])
    await balanced()
  })

  it("captures every order when a webhook says that the payment is captured", async () => {
    const { set, market, money, balanced } = scene
    await deliverWebhook(
      market,
      webhookOf("payment.captured", acquirer.captureOutside(set.acquirer_id))
    )
    await until(async () => {
      const all = await Promise.all(set.orders.map((order) => money(order)))
      return all.every(({ transactions }) => transactions.length === 1)
    })
    expect(acquirer.balance(set.acquirer_id)).toBe(
      cents(set.orders.reduce((sum, { share }) => sum + share, 0))
    )
    await balanced()
  })

  it("cancels one uncaptured order and one captured one", async () => {
    const { set, capture, post, money, balanced, on } = scene
    const { bob, alice, house } = set
    const cancel = (id: string) => post(`/orders/${id}/cancel`)
    /** The orders that still keep stock for themselves. */
    const keepers = async () =>
      (
        await rows(
          app,
          `select distinct i.order_id from reservation_item r
           join order_item i on i.item_id = r.line_item_id
           where r.deleted_at is null and i.order_id = any($1)`,
          [set.orders.map(({ id }) => id)]
        )
      ).map((row) => row.order_id)
    expect(new Set(await keepers())).toEqual(
      new Set(set.orders.map(({ id }) => id))
    )
    // Nothing captured yet: only rows change.
    expect((await on(house, () => cancel(house.id))).status).toBe(200)
    expect(new Set(await keepers())).toEqual(new Set([bob.id, alice.id]))
    expect(moneyMoved()).toEqual([])
    expect(await money(house)).toMatchObject({
      status: "canceled",
      payment_status: "canceled",
      paid: 0,
      transactions: [],
    })
    await balanced()

    // The first capture takes the whole payment and gives the cancelled share back.
    expect((await on(bob, () => capture(bob))).status).toBe(200)
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
      ["refund", house.share, `${set.payment_id}:release:${house.payment_id}`],
    ])
    await balanced()

    // The parent is captured, this share is not: it goes back at once.
    expect((await on(alice, () => cancel(alice.id))).status).toBe(200)
    expect(moneyMoved()).toEqual([
      ["refund", alice.share, `${set.payment_id}:release:${alice.payment_id}`],
    ])
    expect(await money(alice)).toMatchObject({ status: "canceled", paid: 0 })
    expect(await keepers()).toEqual([bob.id])
    await balanced()

    expect((await on(bob, () => cancel(bob.id))).status).toBe(200)
    expect(moneyMoved()).toEqual([
      [
        "refund",
        bob.share,
        `${bob.payment_id}:refund:${Math.round(bob.share * 100)}`,
      ],
    ])
    expect(await money(bob)).toMatchObject({
      status: "canceled",
      payment_status: "refunded",
      paid: 0,
      refunded: bob.share,
      transactions: [bob.share, -bob.share],
    })
    expect(await keepers()).toEqual([])
    await balanced()
    expect(acquirer.balance(set.acquirer_id)).toBe(0)
  })

  it("cancels a partly refunded order for the rest", async () => {
    const { set, capture, refund, post, money, balanced, on } = scene
    const { alice } = set
    await capture(alice)
    await refund(alice, 5)
    moneyMoved()
    await on(alice, () => post(`/orders/${alice.id}/cancel`))
    expect(moneyMoved()).toEqual([
      [
        "refund",
        cents(alice.share - 5),
        `${alice.payment_id}:refund:${Math.round(alice.share * 100)}`,
      ],
    ])
    expect(await money(alice)).toMatchObject({
      status: "canceled",
      paid: 0,
      refunded: alice.share,
    })
    await balanced()
  })

  it("cancels the parent with its last order", async () => {
    const { set, post, capture, balanced } = scene
    for (const order of set.orders) {
      expect(moneyMoved()).toEqual([])
      expect((await post(`/orders/${order.id}/cancel`)).status).toBe(200)
    }
    expect(moneyMoved()).toEqual([
      ["cancel", undefined, `${set.payment_id}:cancel`],
    ])
    await balanced()
    expect((await capture(set.bob)).status).toBe(400)
    expect(moneyMoved()).toEqual([])
  })

  it("captures an order in parts and releases the part that was never captured", async () => {
    const { set, post, money, balanced, on } = scene
    const { alice } = set
    const part = { amount: 10 }
    await on(alice, () => post(`/payments/${alice.payment_id}/capture`, part))
    await post(`/payments/${alice.payment_id}/capture`, part)
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
    ])
    expect(await money(alice)).toMatchObject({ paid: 20 })
    const before = acquirer.balance(set.acquirer_id)
    await scene.market.container
      .resolve("payment")
      .cancelPayment(alice.payment_id)
    expect(moneyMoved()).toEqual([
      [
        "refund",
        cents(alice.share - 20),
        `${set.payment_id}:release:${alice.payment_id}`,
      ],
    ])
    expect(acquirer.balance(set.acquirer_id)).toBe(
      cents(before - alice.share + 20)
    )
    await balanced()
  })
}

const cents = (amount: number) => Math.round(amount * 100) / 100
