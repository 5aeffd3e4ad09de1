import { Client } from "pg"
import { httpClient, logIn, type Client as HttpClient } from "../http"
import { startServices } from "../services"
import { ensureDatabase } from "../services/database"
import { bootApp, marketplace, operator } from "./apps"
import { median, percentile, round } from "./figures"
import { acceptedSeller } from "./sign-up"
import { countStatements, statementsOf } from "./statements"

const warmUps = 3

/** A running app with one seller, whose database is written to in bulk. */
export type Stage = {
  admin: HttpClient
  seller: HttpClient
  sellerId: string
  regionId: string
  database: Client
  statements: () => Promise<number>
  rounds: number
}

export type Figure = { p50: number; p95: number; statements: number }

/** Boots the app on a database of its own, measures, and stops everything. */
export async function onSellerStage(
  { database: name, rounds }: { database: string; rounds: number },
  run: (stage: Stage) => Promise<void>
): Promise<void> {
  const services = await startServices({ postgres: {} })
  const stops: (() => Promise<void>)[] = [services.stop]
  try {
    const server = services.urls.postgres ?? ""
    const counter = await countStatements(server)
    stops.unshift(() => counter.end())
    const url = await ensureDatabase(server, name)
    const { baseUrl, stop } = await bootApp(
      marketplace({ sweepPeriodSeconds: 3600 }),
      url
    )
    stops.unshift(stop)
    const database = new Client({ connectionString: url })
    await database.connect()
    stops.unshift(() => database.end())
    await run({
      ...(await signUp(httpClient(baseUrl))),
      ...{ database, rounds },
      statements: () => statementsOf(counter, name),
    })
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
export async function measure(
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

/** One line of figures. */
export function print(name: string, { p50, p95, statements }: Figure): void {
  console.log(
    `  ${name.padEnd(52)} ${round(p50).padStart(9)} ${round(p95).padStart(9)} ${String(statements).padStart(11)}`
  )
}

/** The columns of what `print` prints. */
export const head = (title: string) =>
  console.log(
    `\n  ${title.padEnd(52)} ${"p50 ms".padStart(9)} ${"p95 ms".padStart(9)} ${"statements".padStart(11)}`
  )
