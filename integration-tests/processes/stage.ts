import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { configLoaderOverride, startApp } from "@medusajs/test-utils"
import axios, { type AxiosInstance } from "axios"
import type { Client } from "pg"
import type { MarketplaceOptionsInput } from "../../src/options"
import { Acquirer } from "../acquirer/server"
import { acquirerProviders } from "../acquirer"
import { openDatabase } from "./database"
import { prepare, type Infrastructure } from "./infrastructure"
import { startServer, type Server } from "./server"

const root = join(__dirname, "../..")

/**
 * A database, an acquirer, and an app in this process with Medusa's default
 * infrastructure, which fills the shop and looks at rows; the servers that are
 * put to the test run beside it.
 */
export type Stage = {
  db: Client
  databaseUrl: string
  redisUrl?: string
  acquirer: Acquirer
  api: AxiosInstance
  getContainer: () => MedusaContainer
  startServer: (mode?: "shared" | "server" | "worker") => Promise<Server>
  close: () => Promise<void>
}

export async function openStage(settings: {
  infrastructure: Infrastructure
  /** The plugin's options of the servers. */
  options?: MarketplaceOptionsInput
  /** How many database connections a server may open; Medusa's default is 10. */
  connections?: number
  /** Entries for `modules` of the servers; they get the URL of Redis, if there is one. */
  modules?: (redisUrl?: string) => Record<string, unknown>[]
}): Promise<Stage> {
  const { url, db, drop } = await openDatabase()
  const acquirer = await new Acquirer().start()
  const infrastructure = await prepare(settings.infrastructure, db)
  const here = await startHere(url)
  const servers: Server[] = []
  return {
    ...{ db, databaseUrl: url, redisUrl: infrastructure.redisUrl, acquirer },
    api: here.api,
    getContainer: () => here.container,
    startServer: async (mode = "shared") => {
      const server = await startServer({
        MEDUSA_WORKER_MODE: mode,
        MARKETPLACE_MODULES: JSON.stringify([
          ...infrastructure.modules,
          ...(settings.modules?.(infrastructure.redisUrl) ?? []),
        ]),
        DATABASE_URL: url,
        ACQUIRER_URL: acquirer.url,
        // A call that hangs here is one that its server dies in.
        ACQUIRER_TIMEOUT_MS: "60000",
        MARKETPLACE_OPTIONS: JSON.stringify(settings.options ?? {}),
        MARKETPLACE_PAYMENT_PROVIDERS: JSON.stringify(acquirerProviders),
        DATABASE_DRIVER_OPTIONS: JSON.stringify({
          pool: { max: settings.connections ?? 10 },
        }),
        ...infrastructure.env,
      })
      servers.push(server)
      return server
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.stop()))
      await here.shutdown()
      await Promise.all([infrastructure.stop(), acquirer.stop(), drop()])
    },
  }
}

async function startHere(url: string) {
  Object.assign(process.env, {
    MARKETPLACE_OPTIONS: JSON.stringify({ sweepPeriodSeconds: 3600 }),
    MARKETPLACE_PAYMENT_PROVIDERS: JSON.stringify(acquirerProviders),
    MARKETPLACE_MODULES: "[]",
  })
  const { REDIS_URL } = process.env
  // Its locks and events are its own: it shares only the database.
  delete process.env.REDIS_URL
  await configLoaderOverride(root, { clientUrl: url })
  const { container, port, shutdown } = await startApp({ cwd: root })
  Object.assign(process.env, REDIS_URL ? { REDIS_URL } : {})
  const api = axios.create({
    baseURL: `http://127.0.0.1:${port}`,
    validateStatus: () => true,
  })
  return { container, api, shutdown }
}
