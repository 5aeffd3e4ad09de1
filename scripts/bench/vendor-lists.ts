import { Client } from "pg"
import { httpClient, logIn, type Client as HttpClient } from "../http"
import { startServices } from "../services"
import { ensureDatabase } from "../services/database"
import { bootApp, marketplace, operator } from "./apps"
import { addOrders, addProducts } from "./bulk-orders"
import { acceptedSeller } from "./sign-up"
import { countStatements, statementsOf } from "./statements"
import { median, percentile, round, verdict } from "./figures"

const sizes = [1_000, 10_000, 100_000]
const products = 5_000
const page = 20
const warmUps = 3

type Stage = {
  admin: HttpClient
  seller: HttpClient
  sellerId: string
  regionId: string
  database: Client
  statements: () => Promise<number>
  rounds: number
}

type Figure = { p50: number; p95: number; statements: number }

/** One seller's lists while they grow, beside Medusa's own list of the same rows in the same process. */
export async function benchVendorLists({
  rounds,
}: {
  rounds: number
}): Promise<void> {
  const services = await startServices({ postgres: {} })
  const stops: (() => Promise<void>)[] = [services.stop]
  try {
    const server = services.urls.postgres ?? ""
    const counter = await countStatements(server)
    stops.unshift(() => counter.end())
    const url = await ensureDatabase(server, "bench_vendor_lists")
    const { baseUrl, stop } = await bootApp(
      marketplace({ sweepPeriodSeconds: 3600 }),
      url
    )
    stops.unshift(stop)
    const database = new Client({ connectionString: url })
    await database.connect()
    stops.unshift(() => database.end())
    const stage = {
      ...(await signUp(httpClient(baseUrl))),
      ...{ database, rounds },
      statements: () => statementsOf(counter, "bench_vendor_lists"),
    }
    await benchOrders(stage)
    await benchProducts(stage)
    await benchGate(stage)
  } finally {
    for (const stop of stops) {
      await stop()
    }
  }
}

async function signUp(client: HttpClient) {
  const admin = await logIn(client, "user", operator)
  const { region } = await admin.post<{ region: { id: string } }>(
    "/admin/regions",
    { name: "Germany", currency_code: "eur", countries: ["de"] }
  )
  return {
    admin,
    ...(await acceptedSeller(client, admin)),
    regionId: region.id,
  }
}

/** Time and statements of one request, after a few that warm it up. */
async function measure(
  { rounds, statements }: Stage,
  client: HttpClient,
  path: string
): Promise<Figure> {
  for (let n = 0; n < warmUps; n++) {
    await client.get(path)
  }
  const before = await statements()
  const times: number[] = []
  for (let n = 0; n < rounds; n++) {
    const start = performance.now()
    await client.get(path)
    times.push(performance.now() - start)
  }
  return {
    p50: median(times),
    p95: percentile(times, 0.95),
    statements: Math.round(((await statements()) - before) / rounds),
  }
}

function print(name: string, { p50, p95, statements }: Figure): void {
  console.log(
    `  ${name.padEnd(52)} ${round(p50).padStart(9)} ${round(p95).padStart(9)} ${String(statements).padStart(11)}`
  )
}

const head = (title: string) =>
  console.log(
    `\n  ${title.padEnd(52)} ${"p50 ms".padStart(9)} ${"p95 ms".padStart(9)} ${"statements".padStart(11)}`
  )

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
