import { execFile, spawn } from "node:child_process"
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { PlainProblem } from "../services"
import { end, freePort } from "../services/process"

const run = promisify(execFile)
const root = join(__dirname, "../..")
const cli = join(root, "node_modules/@medusajs/cli/cli.js")

/** A Medusa app to measure: where it lives and the settings it is started with. */
export type App = { name: string; dir: string; env: Record<string, string> }

export type Server = { baseUrl: string; stop: () => Promise<void> }

/** Migrates the app's database and boots it on a free port. */
export async function startServer(
  app: App,
  databaseUrl: string
): Promise<Server> {
  const env = {
    ...process.env,
    ...app.env,
    NODE_ENV: "development",
    LOG_LEVEL: "error",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DATABASE_URL: databaseUrl,
  }
  await run(process.execPath, [cli, "db:migrate", "--execute-all-links"], {
    cwd: app.dir,
    env,
  })
  await run(
    process.execPath,
    [cli, "user", "--email", operator.email, "--password", operator.password],
    { cwd: app.dir, env }
  )
  return boot(app, env)
}

async function boot(app: App, env: NodeJS.ProcessEnv): Promise<Server> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [cli, "start", "--port", String(port)],
    {
      cwd: app.dir,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    }
  )
  const baseUrl = `http://127.0.0.1:${port}`
  const stop = () => end(child)
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) {
      throw new PlainProblem(`The server ${app.name} did not start`)
    }
    const answer = await fetch(`${baseUrl}/health`).catch(() => undefined)
    if (answer?.ok) {
      return { baseUrl, stop }
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await stop()
  throw new PlainProblem(`The server ${app.name} did not answer in two minutes`)
}

export const operator = {
  email: "operator@example.com",
  password: "operator-1",
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
  writeFileSync(
    join(dir, "medusa-config.js"),
    `const { defineConfig } = require("@medusajs/framework/utils")
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
  )
  return { name: "stock Medusa", dir, env: {} }
}
