import { addOrders, addProducts } from "./bulk-orders"
import { verdict } from "./figures"
import { head, measure, onSellerStage, print, type Stage } from "./seller-stage"

const sizes = [1_000, 10_000, 100_000]
const products = 5_000
const page = 20

/** One seller's lists while they grow, beside Medusa's own list of the same rows in the same process. */
export async function benchVendorLists({
  rounds,
}: {
  rounds: number
}): Promise<void> {
  await onSellerStage(
    { database: "bench_vendor_lists", rounds },
    async (stage) => {
      await benchOrders(stage)
      await benchProducts(stage)
      await benchGate(stage)
    }
  )
}

const pages = (size: number): Record<string, string> => ({
  "first page": `limit=${page}`,
  "deep page": `limit=${page}&offset=${size - page}`,
  "status and date": `limit=${page}&status[]=pending&created_at[$gte]=2020-01-01`,
  "payment and fulfilment status": `limit=${page}&payment_status=not_paid&fulfillment_status=not_fulfilled`,
  "q, part of an e-mail": `limit=${page}&q=clara5`,
})

async function benchOrders(stage: Stage): Promise<void> {
  const { admin, seller, database, ...of } = stage
  const first = new Map<string, Map<number, number>>()
  let most = 0
  let from = 1
  for (const to of sizes) {
    await addOrders(database, { ...of, from, to })
    from = to + 1
    head(`${to} orders`)
    for (const [name, query] of Object.entries(pages(to))) {
      const figure = await measure(stage, seller, `/vendor/orders?${query}`)
      print(`vendor, ${name}`, figure)
      most = Math.max(most, figure.statements)
      first.set(name, (first.get(name) ?? new Map()).set(to, figure.p50))
    }
    for (const name of ["first page", "deep page"]) {
      const query = pages(to)[name]
      print(
        `admin, ${name}`,
        await measure(stage, admin, `/admin/orders?${query}`)
      )
    }
  }
  console.log("")
  for (const [name, bySize] of first) {
    const growth = (bySize.get(100_000) ?? NaN) / (bySize.get(1_000) ?? NaN)
    console.log(
      verdict(`orders, ${name}: p50 at 100,000`, growth, {
        atMost: 1.2,
        unit: " × p50 at 1,000",
      })
    )
  }
  console.log(verdict("statements of a page", most, { atMost: 20 }))
}

async function benchProducts(stage: Stage): Promise<void> {
  const { admin, seller, sellerId, database } = stage
  await addProducts(database, { sellerId, count: products })
  head(`${products} products`)
  const vendors: number[] = []
  const admins: number[] = []
  for (const [name, query] of Object.entries({
    "first page": "limit=50",
    "deep page": `limit=50&offset=${products - 50}`,
    q: "limit=50&q=Bolt%204",
  })) {
    const ours = await measure(stage, seller, `/vendor/products?${query}`)
    const medusas = await measure(stage, admin, `/admin/products?${query}`)
    print(`vendor, ${name}`, ours)
    print(`admin, ${name}`, medusas)
    vendors.push(ours.p50)
    admins.push(medusas.p50)
  }
  console.log("")
  vendors.forEach((p50, n) =>
    console.log(
      verdict(
        `products, ${["first page", "deep page", "q"][n]}: p50`,
        p50 / (admins[n] ?? NaN),
        { atMost: 1.1, unit: " × admin's" }
      )
    )
  )
}

/** A read that is the same on both sides but for the gate. */
async function benchGate(stage: Stage): Promise<void> {
  head("gate")
  const query = "limit=20&order=-created_at&fields=id,name"
  const gated = await measure(stage, stage.seller, `/vendor/regions?${query}`)
  const open = await measure(stage, stage.admin, `/admin/regions?${query}`)
  print("vendor, regions", gated)
  print("admin, regions", open)
  console.log("")
  console.log(
    verdict("statements of the gate", gated.statements - open.statements, {
      atMost: 3,
    })
  )
}
