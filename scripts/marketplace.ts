import { appendFileSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { operator } from "./catalogue/market"
import { step, type Running } from "./progress"
import { startServer, type Server } from "./server"
import { PlainProblem, startServices } from "./services"
import { ensureDatabase } from "./services/database"
import { program, root, runCommand } from "./test/command"

export type MarketplaceRequest = {
  /** Keeps the data there; without it the data is gone with the services. */
  dataDir?: string
  port: number
  /** Plugin options of this run. */
  options: Record<string, unknown>
  /** Where the server writes what it says. */
  log: string
  /** What to do about a database that cannot be used. */
  startOver: string
}

export type Marketplace = { server: Server; databaseUrl: string }

const databaseName = "marketplace"

/** Services, migrated database, server: each with its progress. */
export async function startMarketplace(
  request: MarketplaceRequest,
  running: Running
): Promise<Marketplace> {
  const { port, log, startOver } = request
  const databaseUrl = await step("services", () =>
    startDatabase(request, running)
  )
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    MARKETPLACE_OPTIONS: JSON.stringify(request.options),
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
  mkdirSync(dirname(log), { recursive: true })
  writeFileSync(log, "")
  const onLine = (line: string) => appendFileSync(log, `${line}\n`)
  await step("migrations", async () => {
    const [node, medusa] = program("@medusajs/cli", "medusa")
    const { code } = await runCommand(
      [node, medusa, "db:migrate", "--execute-all-links"],
      { env, onLine }
    )
    if (code !== 0) {
      throw new PlainProblem(
        `The database could not be migrated, see ${log}: ${startOver}`
      )
    }
  })
  const server = await step("server", () =>
    startServer({ cwd: root, port, env, onLine })
  )
  running.add(server.stop)
  return { server, databaseUrl }
}

async function startDatabase(
  { dataDir, startOver }: MarketplaceRequest,
  running: Running
): Promise<string> {
  const services = await startServices({ postgres: { dataDir } })
  running.add(services.stop)
  services.notes.forEach((note) => console.log(`  ${note}`))
  const url = services.urls.postgres ?? ""
  return ensureDatabase(url, databaseName).catch((error: Error) => {
    throw new PlainProblem(
      `The database cannot be reached (${error.message}): ${startOver}`
    )
  })
}

export async function createOperator(databaseUrl: string): Promise<void> {
  const [node, medusa] = program("@medusajs/cli", "medusa")
  const { code, output } = await runCommand(
    [node, medusa, "user", "-e", operator.email, "-p", operator.password],
    { env: { ...process.env, DATABASE_URL: databaseUrl } }
  )
  if (code !== 0) {
    throw new Error(output)
  }
}
