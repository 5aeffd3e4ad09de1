import { appendFileSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { operator } from "./catalogue/market"
import { step, type Running } from "./progress"
import { startServer, type Server } from "./server"
import { PlainProblem, startServices, type ServiceUrls } from "./services"
import { ensureDatabase } from "./services/database"
import { objectStore } from "./services/object-store"
import { freePort } from "./services/process"
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
  /** Two servers and a worker on Redis, memcached and S3, instead of one process on what is built in. */
  isProductionLike?: boolean
}

export type Marketplace = {
  /** Whoever answers HTTP: one, or two that share everything. */
  servers: Server[]
  databaseUrl: string
}

const databaseName = "marketplace"

/** Services, migrated database, servers: each with its progress. */
export async function startMarketplace(
  request: MarketplaceRequest,
  running: Running
): Promise<Marketplace> {
  const { port, log, startOver, isProductionLike } = request
  const { databaseUrl, urls } = await step("services", () =>
    startNeeded(request, running)
  )
  const env = {
    ...process.env,
    ...(isProductionLike && productionEnv(urls)),
    DATABASE_URL: databaseUrl,
    MARKETPLACE_OPTIONS: JSON.stringify(request.options),
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
  mkdirSync(dirname(log), { recursive: true })
  writeFileSync(log, "")
  const onLine = (line: string) => appendFileSync(log, `${line}\n`)
  await step("migrations", async () => {
    if (!(await migrate(env, onLine))) {
      throw new PlainProblem(
        `The database could not be migrated, see ${log}: ${startOver}`
      )
    }
  })
  const start: Start = async (port, mode) => {
    const server = await startServer({
      ...{ cwd: root, port, onLine },
      env: { ...env, MEDUSA_WORKER_MODE: mode },
    })
    running.add(server.stop)
    return server
  }
  const servers = isProductionLike
    ? await step("two servers and a worker", () => startSeveral(port, start))
    : await step("server", async () => [await start(port, "shared")])
  return { servers, databaseUrl }
}

async function migrate(
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void
): Promise<boolean> {
  const [node, medusa] = program("@medusajs/cli", "medusa")
  const { code } = await runCommand(
    [node, medusa, "db:migrate", "--execute-all-links"],
    { env, onLine }
  )
  return code === 0
}

type Start = (
  port: number,
  mode: "shared" | "server" | "worker"
) => Promise<Server>

/** The first one by itself: what Medusa makes in an empty database is made once. */
async function startSeveral(port: number, start: Start): Promise<Server[]> {
  const first = await start(port, "server")
  const [second] = await Promise.all([
    start(await freePort(), "server"),
    start(await freePort(), "worker"),
  ])
  return [first, second]
}

async function startNeeded(
  { dataDir, startOver, isProductionLike }: MarketplaceRequest,
  running: Running
): Promise<{ databaseUrl: string; urls: ServiceUrls }> {
  const shared = { redis: true, memcached: true, s3: true }
  const { urls, notes, stop } = await startServices({
    postgres: { dataDir },
    ...(isProductionLike && shared),
  })
  running.add(stop)
  notes.forEach((note) => console.log(`  ${note}`))
  const databaseUrl = await ensureDatabase(
    urls.postgres ?? "",
    databaseName
  ).catch((error: Error) => {
    throw new PlainProblem(
      `The database cannot be reached (${error.message}): ${startOver}`
    )
  })
  return { databaseUrl, urls }
}

/** What `medusa-config.ts` reads: nothing but these names makes the app use the services. */
function productionEnv({ redis, memcached, s3 }: ServiceUrls) {
  const { bucket, accessKeyId, secretAccessKey } = objectStore
  return {
    REDIS_URL: redis,
    MEMCACHED_URL: memcached,
    S3_BUCKET: bucket,
    S3_REGION: "eu-central-1",
    S3_ENDPOINT: s3,
    S3_FILE_URL: `${s3}/${bucket}`,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    S3_CLIENT: JSON.stringify({ forcePathStyle: true }),
  }
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
