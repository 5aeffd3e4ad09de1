import { httpClient, logIn, type Client } from "../http"
import { startServices, type ServiceUrls } from "../services"
import { ensureDatabase } from "../services/database"
import { adoptStands } from "./adopt-stands"
import { bootApp, marketplace, operator, startApp, type App } from "./apps"
import { median, round, verdict } from "./figures"
import { acceptedSeller, logInAgain } from "./sign-up"
import { stockShop, type Shop } from "./shop"
import { countStatements, statementsOf } from "./statements"

const database = "bench_cache"
const sellers = 3
const warmUps = 3

type Stage = {
  shop: Shop
  store: Client
  admin: Client
  seller: Client
  rounds: number
  statements: () => Promise<number>
}

type Figure = { p50: number; statements: number }
type Results = Map<string, Map<string, Figure>>

/** Nothing is measured of what `prepare` does; it answers what is. */
type Operation = {
  name: string
  prepare: (stage: Stage) => Promise<() => Promise<unknown>>
}

const operations: readonly Operation[] = [
  {
    name: "list-shipping-options",
    prepare: async ({ store, shop }) => {
      const path = await fullCart(store, shop)
      await store.get(`${path}/shipping-options`)
      return () => store.get(`${path}/shipping-options`)
    },
  },
  {
    name: "add-to-cart",
    prepare: async ({ store, shop }) => {
      const path = await emptyCart(store, shop)
      return () => addLines(store, shop, path)
    },
  },
  {
    name: "cart totals",
    prepare: async ({ store, shop }) => {
      const path = await fullCart(store, shop)
      await store.get(path)
      return () => store.get(path)
    },
  },
  {
    name: "store product page",
    prepare: async ({ store, shop }) => {
      const path = `/store/products/${shop.stands[0]?.productIds[0]}?region_id=${shop.regionId}&fields=*seller,*variants.calculated_price,%2Bvariants.inventory_quantity`
      return () => store.get(path)
    },
  },
  {
    name: "seller page",
    prepare: async ({ store }) => {
      return () => store.get("/store/seller/stand-0")
    },
  },
  { name: "vendor, regions", prepare: regionsOf("seller") },
  { name: "admin, regions", prepare: regionsOf("admin") },
]

const cartPath = ["list-shipping-options", "add-to-cart", "cart totals"]

/** The same requests on one database, without Medusa's Caching module and with each of its providers. */
export async function benchCache({
  rounds,
}: {
  rounds: number
}): Promise<void> {
  const services = await startServices({
    ...{ postgres: {}, redis: true, memcached: true },
  })
  const stops: (() => Promise<void>)[] = [services.stop]
  try {
    const server = services.urls.postgres ?? ""
    const counter = await countStatements(server)
    stops.unshift(() => counter.end())
    const url = await ensureDatabase(server, database)
    const statements = () => statementsOf(counter, database)
    const results: Results = new Map()
    let shop: Shop | undefined
    for (const [name, app] of Object.entries(apps(services.urls))) {
      console.log(`  caching: ${name}`)
      const { baseUrl, stop } = await (shop ? startApp : bootApp)(app, url)
      stops.unshift(stop)
      const client = httpClient(baseUrl)
      const admin = await logIn(client, "user", operator)
      shop ??= await openShop(client, admin, url)
      const store = client.as({ "x-publishable-api-key": shop.publishableKey })
      const seller = await logInAgain(client)
      const stage = { shop, store, admin, seller, rounds, statements }
      results.set(name, await measureAll(stage))
      stops.shift()
      await stop()
    }
    report(results)
  } finally {
    for (const stop of stops) {
      await stop()
    }
  }
}

async function openShop(
  client: Client,
  admin: Client,
  databaseUrl: string
): Promise<Shop> {
  const shop = await stockShop(admin, sellers)
  await adoptStands(databaseUrl, shop)
  await acceptedSeller(client, admin)
  return shop
}

function apps({ redis, memcached }: ServiceUrls): Record<string, App> {
  const caching = (options?: Record<string, unknown>): App => {
    const app = marketplace({ sweepPeriodSeconds: 3600, rateLimits: false })
    const modules = options
      ? [{ resolve: "@medusajs/medusa/caching", options }]
      : []
    return {
      ...app,
      env: { ...app.env, MARKETPLACE_MODULES: JSON.stringify(modules) },
    }
  }
  const provider = (resolve: string, options: Record<string, unknown>) => ({
    providers: [{ resolve, id: "bench", is_default: true, options }],
  })
  return {
    off: caching(),
    memory: caching({ in_memory: { enable: true } }),
    redis: caching(
      provider("@medusajs/medusa/caching-redis", { redisUrl: redis })
    ),
    memcached: caching(
      provider("./src/providers/caching-memcached", { servers: memcached })
    ),
  }
}

async function measureAll(stage: Stage): Promise<Map<string, Figure>> {
  const figures = new Map<string, Figure>()
  for (const { name, prepare } of operations) {
    const times: number[] = []
    const counts: number[] = []
    for (let n = -warmUps; n < stage.rounds; n++) {
      const run = await prepare(stage)
      const before = await stage.statements()
      const start = performance.now()
      await run()
      times.push(performance.now() - start)
      counts.push((await stage.statements()) - before)
    }
    figures.set(name, {
      p50: median(times.slice(warmUps)),
      statements: median(counts.slice(warmUps)),
    })
  }
  return figures
}

function regionsOf(who: "seller" | "admin"): Operation["prepare"] {
  const path = { seller: "/vendor/regions", admin: "/admin/regions" }[who]
  return async (stage) => () =>
    stage[who].get(`${path}?limit=20&order=-created_at&fields=id,name`)
}

async function emptyCart(store: Client, shop: Shop): Promise<string> {
  const { cart } = await store.post<{ cart: { id: string } }>("/store/carts", {
    region_id: shop.regionId,
    email: "clara@example.com",
    shipping_address: { address_1: "Lindenweg 4", country_code: "de" },
  })
  return `/store/carts/${cart.id}`
}

async function addLines(store: Client, shop: Shop, path: string) {
  return store.post(`${path}/line-items/batch`, {
    items: shop.stands.flatMap(({ variantIds }) =>
      variantIds.map((variant_id) => ({ variant_id, quantity: 1 }))
    ),
  })
}

async function fullCart(store: Client, shop: Shop): Promise<string> {
  const path = await emptyCart(store, shop)
  await addLines(store, shop, path)
  return path
}

function report(results: Results): void {
  const at = (caching: string, name: string) =>
    results.get(caching)?.get(name) ?? { p50: NaN, statements: NaN }
  const names = [...results.keys()]
  const row = (title: string, cells: string[]) =>
    console.log(
      `  ${title.padEnd(24)}${cells.map((cell) => cell.padStart(18)).join("")}`
    )
  console.log(`\n  ${sellers} sellers, two lines each; statements, p50 ms`)
  row("", names)
  for (const { name } of operations) {
    row(
      name,
      names.map((caching) => {
        const { statements, p50 } = at(caching, name)
        return `${statements}, ${round(p50)}`
      })
    )
  }
  console.log("")
  const sum = (caching: string) =>
    cartPath.reduce((all, name) => all + at(caching, name).statements, 0)
  for (const caching of names) {
    const gate =
      at(caching, "vendor, regions").statements -
      at(caching, "admin, regions").statements
    console.log(verdict(`gate, ${caching}: statements`, gate, { atMost: 1 }))
    if (caching !== "off") {
      console.log(
        verdict(
          `cart path, ${caching}: statements, ${sum("off")} → ${sum(caching)}`,
          sum(caching) / sum("off"),
          { atMost: 0.6, unit: " × off" }
        )
      )
    }
  }
}
