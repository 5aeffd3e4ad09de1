import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startServer, type Server } from "../server"
import { freePort } from "../services/process"
import { program, root, runOrThrow } from "../test/command"

/** A Medusa app to measure: where it lives and the settings it is started with. */
export type App = { name: string; dir: string; env: Record<string, string> }

export const operator = {
  email: "operator@example.com",
  password: "operator-1",
}

/** Migrates the app's database, makes the operator and boots on a free port. */
export async function bootApp(app: App, databaseUrl: string): Promise<Server> {
  const env = environment(app, databaseUrl)
  const medusa = (...args: string[]) =>
    runOrThrow([...program("@medusajs/cli", "medusa", app.dir), ...args], {
      cwd: app.dir,
      env,
    })
  await medusa("db:migrate", "--execute-all-links")
  await medusa("user", "-e", operator.email, "-p", operator.password)
  return startApp(app, databaseUrl)
}

/** Boots on a database that is migrated. */
export async function startApp(app: App, databaseUrl: string): Promise<Server> {
  return startServer({
    cwd: app.dir,
    env: environment(app, databaseUrl),
    port: await freePort(),
  })
}

/** Services of the shell are for whoever asks for them by the app's own settings. */
function environment(app: App, databaseUrl: string) {
  const { REDIS_URL, MEMCACHED_URL, ...inherited } = process.env
  return {
    ...inherited,
    ...app.env,
    LOG_LEVEL: "error",
    DATABASE_URL: databaseUrl,
  }
}

/** This package's own root app. */
export const marketplace = (options: Record<string, unknown>): App => ({
  name: "medusa-plugin-marketplace",
  dir: root,
  env: { MARKETPLACE_OPTIONS: JSON.stringify(options) },
})

/** Medusa as it comes, in a directory of its own that shares `node_modules`. */
export function stockMedusa(): App {
  const dir = join(root, ".local/bench/stock")
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(join(dir, "src"), { recursive: true })
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"))
  writeFileSync(
    join(dir, "package.json"),
    JSON.stringify({
      name: "stock-medusa",
      private: true,
      // Medusa's command line runs only where its package is named.
      dependencies: { "@medusajs/medusa": "*" },
    })
  )
  writeFileSync(join(dir, "medusa-config.js"), stockConfig)
  return { name: "stock Medusa", dir, env: {} }
}

const stockConfig = `const { defineConfig } = require("@medusajs/framework/utils")
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "development-only",
      cookieSecret: "development-only",
    },
  },
  admin: { disable: true },
})
`
