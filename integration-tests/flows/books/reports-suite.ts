import type { Suite } from "../../app"
import { signIn } from "../../members"
import { createSeller } from "../../world"
import {
  expectedConversion,
  expectedProducts,
  expectedSales,
  from,
  onlyOf,
  to,
  type Line,
} from "./expected-reports"
import { keepSales, randomSales } from "./random-sales"
import { openTheBooks } from "./scene"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland"]

export const reportsSuite: Suite = (app) => {
  const scene = openTheBooks(app)

  it("follows an order from its sale to the payout, to the cent", async () => {
    const { set, market, bob, get, ok } = scene
    await ok(`/orders/${set.alice.id}/cancel`)
    await scene.earn(set.bob)
    const parcel = await scene.fulfil(set.bob, 2)
    await scene.deliver(set.bob, parcel)
    expect((await scene.refund(set.bob, 5.95)).status).toBe(200)
    await scene.book()
    const day = new Date().toISOString().slice(0, 10)
    const days = `time_from=${day}&time_to=${day}`
    const { order } = await get(`/admin/orders/${set.bob.id}`)
    const read = async () => {
      const report = await get(`/vendor/reports/sales?${days}`, bob)
      expect(report).toMatchObject({ count: 1, time_zone: "UTC", offset: 0 })
      return report.sales[0]
    }
    const before = await read()
    expect(before).toMatchObject({
      ...{ period: day, currency_code: "eur", orders: 1, canceled_orders: 0 },
      ...{ sales: order.original_total, tax: order.original_tax_total },
      ...{ refunds: 5.95, payouts: 0, discounts: 0 },
    })
    // 10 % of 20.00, and 19 % of that.
    expect(before.commission).toBe(2.38)
    const { ledger_lines } = await get(
      `/vendor/ledger?order_id=${set.bob.id}&kind=capture,refund`,
      bob
    )
    const earned = ledger_lines.reduce(
      (sum: number, one: { amount: number }) => sum + one.amount,
      0
    )
    const kept = before.net + before.commission_refunded - before.refunds
    // The tax of what came back was the platform's to hand on.
    const tax = 5.95 - 5.95 / 1.19
    expect(Math.round(100 * (kept + tax))).toBe(Math.round(100 * earned))
    const all = await get(`/admin/marketplace/reports/sellers?${days}`)
    expect(
      all.sellers.map(({ seller, orders, canceled_orders, sales }: Line) => [
        ...[seller, orders, canceled_orders, sales],
      ])
    ).toEqual([
      ["Bob's Parts", 1, 0, before.sales],
      ["Alice's Tea", 1, 1, 0],
    ])
    const { products } = await get(`/vendor/reports/products?${days}`, bob)
    expect(products).toMatchObject([
      {
        ...{ product_id: market.bolt.id, title: "Bolt", orders: 1, units: 2 },
        refunds: expect.any(Number),
      },
    ])
    const { conversion } = await get(`/vendor/reports/conversion?${days}`, bob)
    expect(conversion).toEqual([
      { period: day, carts: 1, purchases: 1, rate: 1 },
    ])
  })

  it(`agrees with every row of random sales, in four time zones (seed ${seed})`, async () => {
    const { market, get } = scene
    const carl = await createSeller(market, "Carl's Cheese")
    const sellers = [market.bob, market.alice, carl]
    const sales = randomSales(
      sellers.map(({ id }) => id),
      { seed, orders: 300 }
    )
    await keepSales(app, sales)
    const { as } = await signIn(market, carl)
    for (const [n, zone] of zones.entries()) {
      const period = (["day", "week", "month"] as const)[n % 3] ?? "day"
      const query = `time_from=${from}&time_to=${to}&time_zone=${zone}&period=${period}&limit=1000`
      const of = { zone, period }
      const all = await get(`/admin/marketplace/reports/sales?${query}`)
      expect(all.sales).toEqual(expectedSales(sales, of))
      for (const { id } of sellers) {
        const own = onlyOf(id, sales)
        const one = await get(
          `/admin/marketplace/reports/sales?${query}&seller_id=${id}`
        )
        expect(one.sales).toEqual(expectedSales(own, of))
      }
      const carls = onlyOf(carl.id, sales)
      expect((await get(`/vendor/reports/sales?${query}`, as)).sales).toEqual(
        expectedSales(carls, of)
      )
      const { conversion } = await get(
        `/vendor/reports/conversion?${query}`,
        as
      )
      expect(conversion).toEqual(expectedConversion(carls, of))
      const { products } = await get(`/vendor/reports/products?${query}`, as)
      expect(products).toEqual(expectedProducts(carls, of))
    }
    const sellersReport = await get(
      `/admin/marketplace/reports/sellers?time_from=${from}&time_to=${to}&limit=1000`
    )
    const total = (lines: Line[], key: string) =>
      Math.round(1000 * lines.reduce((sum, line) => sum + Number(line[key]), 0))
    const byPeriod = await get(
      `/admin/marketplace/reports/sales?time_from=${from}&time_to=${to}&limit=1000`
    )
    for (const key of ["orders", "sales", "commission", "refunds", "payouts"]) {
      expect([key, total(sellersReport.sellers, key)]).toEqual([
        key,
        total(byPeriod.sales, key),
      ])
    }
  })

  it("pages, filters by currency and refuses what it cannot answer", async () => {
    const { market, bob, get } = scene
    await keepSales(app, randomSales([market.bob.id], { seed: 7, orders: 60 }))
    const base = `/vendor/reports/sales?time_from=${from}&time_to=${to}`
    const whole = await get(`${base}&limit=1000`, bob)
    expect(whole.sales).toHaveLength(whole.count)
    const pages = [
      await get(`${base}&limit=3`, bob),
      await get(`${base}&limit=3&offset=3`, bob),
    ]
    expect(pages.flatMap(({ sales }) => sales)).toEqual(whole.sales.slice(0, 6))
    expect(await get(`${base}&offset=999`, bob)).toMatchObject({
      ...{ sales: [], count: whole.count },
    })
    const yen = await get(`${base}&currency_code=JPY&limit=1000`, bob)
    expect(yen.sales).toEqual(
      whole.sales.filter((line: Line) => line.currency_code === "jpy")
    )
    for (const query of [
      "period=year",
      "time_zone=Moon/Base",
      "time_zone=%2B01:00",
      "time_from=soon",
      "time_from=2024-01-01&time_to=2026-01-01",
      "time_from=2010-01-01&time_to=2026-01-01&period=month",
      "limit=-1",
    ]) {
      const { status } = await market.api.get(
        `/vendor/reports/sales?${query}`,
        bob
      )
      expect([query, status]).toEqual([query, 400])
    }
    const path = "/admin/marketplace/reports/sales"
    const refused = await market.api.get(`${path}?seller_id=x`, market.admin)
    expect(refused.status).toBe(400)
    expect((await market.api.get(path)).status).toBe(401)
    const nobody = await get(`${path}?seller_id=sel_nobody`)
    expect(nobody).toMatchObject({ sales: [], count: 0 })
  })
}
