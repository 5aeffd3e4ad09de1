import { addOrderMoney, addOrders, addProducts } from "./bulk-orders"
import { verdict } from "./figures"
import { head, measure, onSellerStage, print } from "./seller-stage"

const orders = 100_000
const goalMs = 300

/** Seventy days, in which all orders lie. */
const days = () => {
  const day = (ago: number) =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  return `time_from=${day(71)}&time_to=${day(0)}&time_zone=Europe/Berlin`
}

const reports: Record<string, { actor: "seller" | "admin"; path: string }> = {
  "sales by day": { actor: "seller", path: "/vendor/reports/sales?" },
  "sales by month": {
    actor: "seller",
    path: "/vendor/reports/sales?period=month&",
  },
  products: { actor: "seller", path: "/vendor/reports/products?limit=20&" },
  "conversion by week": {
    actor: "seller",
    path: "/vendor/reports/conversion?period=week&",
  },
  "all sellers by day": {
    actor: "admin",
    path: "/admin/marketplace/reports/sales?",
  },
  sellers: { actor: "admin", path: "/admin/marketplace/reports/sellers?" },
  "products of all sellers": {
    actor: "admin",
    path: "/admin/marketplace/reports/products?limit=20&",
  },
  "conversion by seller": {
    actor: "admin",
    path: "/admin/marketplace/reports/conversion?by=seller&",
  },
}

/** Every report over 100,000 orders of one seller, with their money and 150,000 carts. */
export async function benchReports({
  rounds,
}: {
  rounds: number
}): Promise<void> {
  await onSellerStage({ database: "bench_reports", rounds }, async (stage) => {
    const { database, sellerId } = stage
    await addProducts(database, { ...stage, count: 500 })
    await addOrders(database, { ...stage, from: 1, to: orders })
    await addOrderMoney(database, { sellerId, from: 1, to: orders })
    head(`reports, ${orders} orders`)
    const slowest = { p50: 0, name: "" }
    for (const [name, { actor, path }] of Object.entries(reports)) {
      const figure = await measure(stage, stage[actor], `${path}${days()}`)
      print(name, figure)
      if (figure.p50 > slowest.p50) {
        Object.assign(slowest, { p50: figure.p50, name })
      }
    }
    console.log(
      `\n${verdict(`slowest report (${slowest.name}): p50`, slowest.p50, { atMost: goalMs, unit: " ms" })}`
    )
  })
}
