import { httpClient, logIn, type Client as HttpClient } from "../http"
import { startServices } from "../services"
import { ensureDatabase } from "../services/database"
import { adoptStands } from "./adopt-stands"
import { median, percentile, round, verdict } from "./figures"
import {
  buy,
  inBatches,
  lineByLine,
  type Purchase,
  type Style,
} from "./purchase"
import { bootApp, marketplace, operator, stockMedusa, type App } from "./apps"
import { stockShop, type Shop } from "./shop"
import { countStatements, statementsOf } from "./statements"

const sellerCounts = [1, 3, 10]
const warmUps = 3

type Contender = {
  client: HttpClient
  shop: Shop
  style: Style
  statements: () => Promise<number>
}

type Results = Map<string, Purchase[]>

/**
 * Stock Medusa and the plugin in one run, taking turns cart by cart. Captures
 * are manual, so that both end with an authorised payment.
 */
export async function benchCheckout({
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
    const open = async (app: App, database: string, style: Style) => {
      console.log(`  starting ${app.name}`)
      const url = await ensureDatabase(server, database)
      const { baseUrl, stop } = await bootApp(app, url)
      stops.unshift(stop)
      const client = httpClient(baseUrl)
      const shop = await stockShop(
        await logIn(client, "user", operator),
        Math.max(...sellerCounts)
      )
      const statements = () => statementsOf(counter, database)
      return { client, shop, style, statements, url }
    }
    const stock = await open(stockMedusa(), "bench_stock", lineByLine)
    const ours = await open(
      marketplace({ capture: "manual" }),
      "bench_marketplace",
      inBatches
    )
    await adoptStands(ours.url, ours.shop)
    report(await measure({ stock, ours }, rounds))
  } finally {
    for (const stop of stops) {
      await stop()
    }
  }
}

async function measure(
  contenders: Record<"stock" | "ours", Contender>,
  rounds: number
): Promise<Results> {
  const results: Results = new Map()
  for (let round = -warmUps; round < rounds; round++) {
    for (const sellers of sellerCounts) {
      // Whoever goes second finds warmer caches: take turns.
      const turn =
        round % 2 ? (["stock", "ours"] as const) : (["ours", "stock"] as const)
      for (const name of turn) {
        const { statements, ...rest } = contenders[name]
        const purchase = await buy(rest, sellers, statements)
        if (round >= 0) {
          const key = `${name} ${sellers}`
          results.set(key, [...(results.get(key) ?? []), purchase])
        }
      }
    }
    console.log(
      round < 0
        ? `  warm-up ${round + warmUps + 1}/${warmUps}`
        : `  round ${round + 1}/${rounds}`
    )
  }
  return results
}

function report(results: Results): void {
  const column: Column = (name, sellers, key) =>
    (results.get(`${name} ${sellers}`) ?? []).map((purchase) => purchase[key])
  console.log(
    "\n             sellers  complete p50 / p95 ms   purchase p50 / p95 ms   statements  requests"
  )
  for (const sellers of sellerCounts) {
    for (const name of ["stock", "ours"]) {
      const complete = column(name, sellers, "completeMs")
      const total = column(name, sellers, "totalMs")
      console.log(
        `  ${name.padEnd(10)} ${String(sellers).padStart(7)} ${pair(complete).padStart(22)} ${pair(total).padStart(23)} ${String(median(column(name, sellers, "completeStatements"))).padStart(12)} ${String(median(column(name, sellers, "requests"))).padStart(9)}`
      )
    }
  }
  console.log("")
  compare(column)
}

type Column = (name: string, sellers: number, key: keyof Purchase) => number[]

function compare(column: Column): void {
  for (const sellers of sellerCounts) {
    const ratio =
      median(column("ours", sellers, "completeMs")) /
      median(column("stock", sellers, "completeMs"))
    const extra =
      median(column("ours", sellers, "completeStatements")) -
      median(column("stock", sellers, "completeStatements"))
    console.log(
      verdict(`complete p50, ${sellers} sellers`, ratio, {
        atMost: sellers === 10 ? 1 : 1.15,
        unit: " × stock",
      })
    )
    console.log(
      verdict(`statements beyond stock, ${sellers} sellers`, extra, {
        atMost: 3 * sellers,
      })
    )
  }
  console.log(
    verdict(
      "requests of a 10-seller purchase",
      median(column("ours", 10, "requests")),
      { atMost: 7 }
    )
  )
}

const pair = (values: number[]) =>
  `${round(median(values))} / ${round(percentile(values, 0.95))}`
