import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { customer, keyTitle, operator, sellerShops } from "./catalogue/market"
import { seed } from "./catalogue/seed"
import { firstSale } from "./demo/first-sale"
import { httpClient, logIn, type Client } from "./http"
import { createOperator, startMarketplace } from "./marketplace"
import { runScript, step } from "./progress"
import { ensurePortIsFree } from "./server"
import { PlainProblem } from "./services"
import { countRows } from "./services/database"
import { root } from "./test/command"

const place = join(root, ".local")
const seeding = join(place, "seeding")
const startOver = `to start over with a fresh database, delete ${join(place, "postgres")}`

/** What tests and curious people need to talk to the running marketplace; written to `.local/demo.json`. */
async function describe(client: Client) {
  const admin = await logIn(client, "user", operator)
  const { api_keys } = await admin.get<{
    api_keys: { title: string; token: string }[]
  }>("/admin/api-keys?type=publishable")
  const { regions } = await admin.get<{ regions: { id: string }[] }>(
    "/admin/regions"
  )
  return {
    publishable_key: api_keys.find(({ title }) => title === keyTitle)?.token,
    region_id: regions[0]?.id,
    admin: operator,
    sellers: sellerShops.map(({ handle, owner }) => ({
      handle,
      email: owner.email,
      password: owner.password,
    })),
    customer: { email: customer.email, password: customer.password },
  }
}

/** Fills the database once. A seed that broke off is told, because half a catalogue would be believed. */
async function seedWhenEmpty(
  client: Client,
  databaseUrl: string
): Promise<void> {
  if (existsSync(seeding)) {
    throw new PlainProblem(
      `The last start was interrupted while it filled the database: ${startOver} and ${seeding}`
    )
  }
  if ((await countRows(databaseUrl, "user")) > 0) {
    return
  }
  writeFileSync(seeding, "")
  await step("operator account", () => createOperator(databaseUrl))
  await firstSale(client, await seed(client))
  rmSync(seeding)
}

void runScript(async (running) => {
  const port = Number(process.env.PORT ?? 9000)
  await ensurePortIsFree(port)
  mkdirSync(place, { recursive: true })
  const log = join(place, "server.log")
  const { servers, databaseUrl } = await startMarketplace(
    {
      ...{ dataDir: join(place, "postgres"), port, options: {} },
      ...{ log, startOver },
    },
    running
  )
  const [server] = servers
  if (!server) {
    throw new Error("No server was started")
  }
  const client = httpClient(server.baseUrl)
  await seedWhenEmpty(client, databaseUrl)
  const facts = { base_url: server.baseUrl, ...(await describe(client)) }
  const file = join(place, "demo.json")
  writeFileSync(file, `${JSON.stringify(facts, null, 2)}\n`)
  console.log(`
The marketplace runs at ${server.baseUrl}
  operator   ${operator.email} / ${operator.password}
${sellerShops.map(({ owner }) => `  seller     ${owner.email} / ${owner.password}`).join("\n")}
  customer   ${customer.email} / ${customer.password}
  storefront x-publishable-api-key: ${facts.publishable_key}
  all of it  ${file}
  database   ${databaseUrl}
  log        ${log}
Ctrl-C stops everything; the data stays in ${join(place, "postgres")}.`)
  await server.exited
  if (!running.isEnding) {
    throw new PlainProblem(`The server ended by itself, see ${log}`)
  }
})
