import type { Suite } from "../../app"
import { withoutSubscribers } from "../../sound-books"
import { openTheBooks } from "./scene"

/** Bob's order: 20.00 and 5.00 shipping, 4.75 tax, 2.00 commission and 0.38 tax on it. */
const earned = 22.62

export const earningsSuite: Suite = (app) => {
  const scene = openTheBooks(app)

  const balance = async () => {
    const { balances, ...rest } = await scene.get("/vendor/balance", scene.bob)
    return { ...rest, ...balances[0] }
  }

  it("become available once the whole order has arrived and the hold is over, once", async () => {
    const { set, fulfil, deliver, sweep, ok, market } = scene
    expect(await balance()).toEqual({
      ...{ payout_hold: null, upcoming_releases: [] },
      ...{ count: 0, offset: 0, limit: 50 },
    })
    await scene.earn(set.bob)
    const nothing = { available: 0, reserved: 0, in_transit: 0, paid: 0 }
    const { order } = await scene.get(`/admin/orders/${set.bob.id}`)
    const coming = {
      ...{ kind: "release", order_id: set.bob.id, currency_code: "eur" },
      ...{ display_id: order.display_id, amount: earned },
    }
    const waiting = { ...coming, date: null, waiting_for: "delivered" }
    expect(await balance()).toMatchObject({
      ...{ currency_code: "eur", pending: earned, ...nothing },
      ...{ upcoming_releases: [waiting], count: 1 },
    })
    const first = await fulfil(set.bob, 1)
    await deliver(set.bob, first)
    const second = await fulfil(set.bob, 1)
    expect((await balance()).upcoming_releases).toEqual([waiting])
    expect(await sweep("earnings")).toEqual([0, 0, 0])

    await deliver(set.bob, second)
    const [row] = (await balance()).upcoming_releases
    expect(row).toEqual({
      ...{ ...coming, waiting_for: null, date: expect.any(String) },
    })
    const days = (Date.parse(row.date) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(13.9)
    expect(days).toBeLessThan(14)
    expect(await sweep("earnings")).toEqual([0, 0, 0])

    const path = `/sellers/${market.bob.id}/release-terms`
    const terms = { hold_days: 0, reason: "sells here since years" }
    const { release_terms } = await ok(path, terms)
    expect(release_terms).toEqual({
      ...{ hold_days: 0, release_on: null },
      ...{ reserve_percent: null, reserve_days: null },
    })
    const runs = await Promise.all([sweep("earnings"), sweep("earnings")])
    expect(runs.map(([, mended]) => mended ?? 0).sort()).toEqual([0, 1])
    expect(await sweep("earnings")).toEqual([0, 0, 0])
    const kept = 2.26
    const released = await balance()
    expect(released).toMatchObject({
      ...{ pending: 0, available: 20.36, reserved: kept },
      upcoming_releases: [
        { kind: "reserve", order_id: set.bob.id, amount: kept },
      ],
    })
    const free = Date.parse(released.upcoming_releases[0].date) - Date.now()
    expect(Math.round(free / 86_400_000)).toBe(30)
    expect(await scene.books.checkInvariants()).toEqual([])
  })

  it("are less by what was refunded before, and nothing of cancelled, uncaptured and fully refunded orders", async () => {
    const { set, fulfil, deliver, sweep, ok, market, refund, book } = scene
    for (const { id } of [market.bob, market.alice]) {
      await ok(`/sellers/${id}/release-terms`, {
        ...{ hold_days: 0, reserve_percent: 0, reason: "test of release" },
      })
    }
    await deliver(set.bob, await fulfil(set.bob, 2))
    expect(await sweep("earnings")).toEqual([0, 0, 0])
    await scene.earn(set.bob)
    await scene.earn(set.alice)
    await ok(`/orders/${set.alice.id}/cancel`)
    await refund(set.bob, 11.9)
    // Whether or not the refund is in the books by then.
    await sweep("earnings")
    await book()
    await sweep("earnings")
    const { balances } = await scene.get("/vendor/balance", scene.alice)
    expect(balances).toMatchObject([{ pending: 0, available: 0 }])
    const { pending, available } = await balance()
    expect(pending).toBe(0)
    // 11.90 of 29.75 went back: its part of earnings, tax and commission.
    expect(available).toBe(13.57)
    await refund(set.bob, 17.85)
    await book()
    expect(await balance()).toMatchObject({ pending: 0, available: 0 })
    expect(await sweep("earnings")).toEqual([0, 0, 0])
    expect(await scene.books.checkInvariants()).toEqual([])
  })

  it("are released before their time by an operator, who says why", async () => {
    const { set, ok, post, market } = scene
    await scene.earn(set.bob)
    const path = `/sellers/${market.bob.id}/releases`
    const order_id = set.bob.id
    expect((await post(path, { order_id })).status).toBe(400)
    const reason = "the rest was never shipped"
    const other = `/sellers/${market.alice.id}/releases`
    expect((await post(other, { order_id, reason })).status).toBe(404)
    const all = await Promise.all(
      [1, 2, 3].map(() => post(path, { order_id, reason }))
    )
    expect(all.map(({ status }) => status)).toContain(200)
    expect(await balance()).toMatchObject({ pending: 0, available: 20.36 })
    expect((await post(path, { order_id, reason })).status).toBe(404)
    const { ledger_lines } = await scene.get(
      `/admin/sellers/${market.bob.id}/ledger?kind=release&account=available`
    )
    expect(ledger_lines).toMatchObject([
      {
        amount: earned,
        note: reason,
        created_by: expect.stringMatching(/^user_/),
      },
    ])
    await ok(`/sellers/${market.bob.id}/release-terms`, {
      ...{ release_on: "captured", hold_days: 0, reason: "long known" },
    })
    expect(await scene.sweep("earnings")).toEqual([0, 0, 0])
  })

  it("are released by an operator right after the capture, which no event told the books", async () => {
    const { set, ok, market, capture } = scene
    await withoutSubscribers(market.container, async () => {
      await capture(set.bob)
      await ok(`/sellers/${market.bob.id}/releases`, {
        ...{ order_id: set.bob.id, reason: "handed over at once" },
      })
    })
    expect(await balance()).toMatchObject({ pending: 0, available: 20.36 })
  })

  it("refunded after the payout leave a debt that nets against what is earned next", async () => {
    const { set, post, refund, book, books, market, get } = scene
    await scene.earn(set.bob)
    const release = { order_id: set.bob.id, reason: "paid at once" }
    await post(`/sellers/${market.bob.id}/releases`, release)
    await scene.pay(market.bob.id)
    expect(await balance()).toMatchObject({ available: 0, paid: 20.36 })
    await refund(set.bob, 29.75)
    await book()
    // All of 22.62 went back, of which 2.26 is reserved still.
    expect(await balance()).toMatchObject({ available: -22.62, reserved: 2.26 })
    expect(await books.reserveDuePayouts({ seller_id: market.bob.id })).toEqual(
      { payout_ids: [], failed: [] }
    )
    const given = { currency_code: "eur", amount: "30.00", reason: "a bonus" }
    await post(`/sellers/${market.bob.id}/adjustments`, given)
    await scene.pay(market.bob.id)
    expect(await balance()).toMatchObject({ available: 0, paid: 27.74 })
    const { ledger_lines, count } = await get(
      "/vendor/ledger?order=created_at&account=available",
      scene.bob
    )
    expect(
      ledger_lines.map(
        ({ kind, amount, balance }: Record<string, string | number>) =>
          `${kind} ${amount} ${balance}`
      )
    ).toEqual([
      ...["release 22.62 22.62", "reserve_hold -2.26 20.36"],
      ...["payout_reserve -20.36 0", "refund -22.62 -22.62"],
      ...["adjustment 30 7.38", "payout_reserve -7.38 0"],
    ])
    expect(count).toBe(6)
    expect(await books.checkInvariants()).toEqual([])
  })
}
