import { SELLER_MODULE } from "../../../../src/modules/seller"
import type { SellerModuleService } from "../../../../src/modules/seller/service"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { setTheOrderScene } from "./scene"

type Day = { date: string; count: number | string }
type Amount = { date: string; currency_code: string; amount: number }

/** `GET /vendor/statistics` against the seller's orders, in its own time zone. */
export function orderStatistics(app: App): void {
  const scene = setTheOrderScene(app)

  const placedAt = (id: string, at: string) =>
    rows(app, `update "order" set created_at = $1 where id = $2`, [at, id])

  it("agrees with the orders to the cent, by day of the seller's time zone", async () => {
    const { bob, market } = scene
    await market.container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .createSellerProfiles({ seller_id: market.bob.id, email: "" })
    await bob.ok("/sellers/me", { time_zone: "Pacific/Auckland" })
    const bad = await bob.post("/sellers/me", { time_zone: "Moon/Base" })
    expect(bad.status).toBe(400)
    const first = await scene.place()
    const second = await scene.place()
    const third = await scene.place()
    // Auckland is 13 hours ahead: the evening of the 9th in UTC is its 10th.
    await placedAt(first.bob.id, "2026-11-09T12:00:00Z")
    await placedAt(second.bob.id, "2026-11-09T10:59:00Z")
    await placedAt(third.bob.id, "2026-11-12T00:00:00Z")
    await bob.ok(`/orders/${third.bob.id}/cancel`)
    await bob.ok(`/payments/${first.bob.payment_id}/capture`, {})
    await bob.ok(`/payments/${first.bob.payment_id}/refund`, { amount: 0.01 })
    await rows(
      app,
      "update order_transaction set created_at = '2026-11-10T22:30:00Z' where reference = 'refund'"
    )
    const read = async (query: string) =>
      (await bob.read(`/statistics?${query}`)) as {
        time_zone: string
        orders: Day[]
        customers: Day[]
        units: Day[]
        revenue: Amount[]
        refunds: Amount[]
      }
    const stats = await read(
      "time_from=2026-11-08T00:00:00Z&time_to=2026-11-12T23:59:59Z"
    )
    const counts = (days: Day[]) => days.map(({ count }) => Number(count))
    expect(stats.time_zone).toBe("Pacific/Auckland")
    expect(stats.orders.map(({ date }) => date)).toEqual([
      "2026-11-08",
      "2026-11-09",
      "2026-11-10",
      "2026-11-11",
      "2026-11-12",
    ])
    expect(counts(stats.orders)).toEqual([0, 1, 1, 0, 1])
    expect(typeof stats.orders[0]?.count).toBe("string")
    expect(counts(stats.customers)).toEqual([0, 1, 0, 0, 0])
    expect(counts(stats.units)).toEqual([0, 2, 2, 0, 0])
    const { orders } = await bob.read("/orders")
    const worth = (id: string) =>
      orders.find((order: { id: string }) => order.id === id).summary
        .current_order_total
    expect(stats.revenue).toEqual([
      {
        date: "2026-11-09",
        currency_code: "eur",
        amount: worth(second.bob.id),
      },
      { date: "2026-11-10", currency_code: "eur", amount: worth(first.bob.id) },
    ])
    expect(stats.refunds).toEqual([
      { date: "2026-11-11", currency_code: "eur", amount: 0.01 },
    ])
    const later = await read("time_from=2026-11-10&time_to=2026-11-10")
    expect(counts(later.orders)).toEqual([1])
    // Its first order was the day before.
    expect(counts(later.customers)).toEqual([0])
    expect((await scene.alice.read("/statistics")).refunds).toEqual([])
    for (const query of [
      "time_from=2026-11-12&time_to=2026-11-10",
      "time_from=2024-01-01&time_to=2026-11-10",
      "time_from=soon",
    ]) {
      expect((await bob.get(`/statistics?${query}`)).status).toBe(400)
    }
  })
}
