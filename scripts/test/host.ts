import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { HttpRefusal, httpClient, logIn, type Client } from "../http"
import { BootFailure, startServer, type Server } from "../server"
import { dropDatabase, ensureDatabase } from "../services/database"
import { freePort } from "../services/process"
import { program, runOrThrow } from "./command"
import { configureHost, lendPackages, makeHost } from "./host/app"
import { exportedPaths, packed, type Packed } from "./package"
import { add, check, nothing, type Count } from "./report"

type Host = { dir: string; env: NodeJS.ProcessEnv; contents: Packed }

const operator = { email: "operator@example.com", password: "operator-1" }

/**
 * What a developer does with the package: installs the tarball into an app with
 * nothing but `plugins: [{ resolve, options: {} }]` and the documented provider
 * entry, migrates, boots, and calls it.
 */
export async function runHost(server: string): Promise<Count> {
  const database = `marketplace_host_${process.pid}`
  const contents = await packed()
  const host: Host = {
    dir: makeHost(contents.tarball),
    env: {
      ...process.env,
      DATABASE_URL: await ensureDatabase(server, database),
      MEDUSA_DISABLE_TELEMETRY: "true",
    },
    contents,
  }
  let count = nothing
  try {
    for (const [name, run] of Object.entries(beforeBoot)) {
      const step = await check(name, () => run(host))
      count = add(count, step)
      if (step.failed) {
        return count
      }
    }
    return add(count, await whileRunning(host))
  } finally {
    await dropDatabase(server, database)
  }
}

/** Each needs the one before it. */
const beforeBoot: Record<string, (host: Host) => Promise<unknown>> = {
  "the tarball installs beside Medusa": ({ dir }) => {
    lendPackages(dir)
    return runOrThrow(
      [
        "npm",
        ...["install", "--prefer-offline", "--ignore-scripts"],
        ...["--no-audit", "--no-fund", "--loglevel=error"],
      ],
      { cwd: dir }
    )
  },
  "every exported path loads": loadExports,
  "the host migrates": ({ dir, env }) =>
    runOrThrow(
      [
        ...program("@medusajs/cli", "medusa", dir),
        ...["db:migrate", "--execute-all-links"],
      ],
      { cwd: dir, env }
    ),
  "the operator gets an account": ({ dir, env }) =>
    runOrThrow(
      [
        ...program("@medusajs/cli", "medusa", dir),
        ...["user", "-e", operator.email, "-p", operator.password],
      ],
      { cwd: dir, env }
    ),
}

/** By `require` and by `import`, as hosts of both kinds do. */
function loadExports({ dir, contents }: Host): Promise<unknown> {
  const names = exportedPaths(contents).map(
    (path) => `medusa-plugin-marketplace/${path.slice(2)}`
  )
  const file = join(dir, "load-exports.cjs")
  writeFileSync(
    file,
    `
    const names = ${JSON.stringify(names)}
    const load = async () => {
      const faults = []
      for (const name of names) {
        try {
          require(name)
          await import(name, name.endsWith(".json") ? { with: { type: "json" } } : undefined)
        } catch (error) {
          faults.push(name + ": " + error.message.split("\\n")[0])
        }
      }
      console.log(faults.join("\\n"))
      process.exit(faults.length)
    }
    void load()
    `
  )
  return runOrThrow([process.execPath, file], { cwd: dir })
}

async function whileRunning(host: Host): Promise<Count> {
  let server: Server | undefined
  let count = await check("the host boots", async () => {
    server = await startHost(host)
  })
  if (!server) {
    return count
  }
  const client = httpClient(server.baseUrl)
  try {
    for (const [name, run] of Object.entries(calls)) {
      count = add(count, await check(name, () => run(client)))
    }
  } finally {
    await server.stop()
  }
  return add(
    count,
    await check("a forgotten provider entry is one clear sentence", () =>
      bootWithoutProvider(host)
    )
  )
}

async function startHost({ dir, env }: Host): Promise<Server> {
  return startServer({ cwd: dir, env, port: await freePort() })
}

const calls: Record<string, (client: Client) => Promise<void>> = {
  "a store route answers": async (client) => {
    const admin = await logIn(client, "user", operator)
    const channel = await admin.post<{ sales_channel: { id: string } }>(
      "/admin/sales-channels",
      { name: "Storefront" }
    )
    const key = await admin.post<{ api_key: { id: string; token: string } }>(
      "/admin/api-keys",
      { title: "Storefront", type: "publishable" }
    )
    await admin.post(`/admin/api-keys/${key.api_key.id}/sales-channels`, {
      add: [channel.sales_channel.id],
    })
    const store = client.as({ "x-publishable-api-key": key.api_key.token })
    const answer = await store.get<{ sellers: unknown[]; count: number }>(
      "/store/seller"
    )
    expectEqual(answer, { ...answer, sellers: [], count: 0 })
  },
  "a vendor route answers": async (client) => {
    const login = { email: "bob@example.com", password: "bobs-parts-1" }
    expectEqual(await statusOf(client.get("/vendor/sellers/me")), 401)
    const { token } = await client.post<{ token: string }>(
      "/auth/seller/emailpass/register",
      login
    )
    await client
      .as({ authorization: `Bearer ${token}` })
      .post("/vendor/sellers", {
        name: "Bob's Parts",
        member: { name: "Bob", email: login.email },
      })
    const bob = await logIn(client, "seller", login)
    const { application } = await bob.get<{ application: { status: string } }>(
      "/vendor/application"
    )
    expectEqual(application.status, "pending")
    expectEqual(await statusOf(bob.get("/vendor/sellers/me")), 403)
  },
}

async function bootWithoutProvider(host: Host): Promise<void> {
  configureHost(host.dir, { paymentSplit: false })
  const output = await startHost(host).then(
    async (server) => {
      await server.stop()
      throw new Error("The host boots without the payment-split provider")
    },
    (error: Error) => {
      if (error instanceof BootFailure) {
        return error.output
      }
      throw error
    }
  )
  const snippet = "medusa-plugin-marketplace/providers/payment-split"
  if (!output.includes(snippet)) {
    throw new Error(`The snippet to paste is not in:\n${output}`)
  }
}

async function statusOf(request: Promise<unknown>): Promise<number> {
  return request.then(
    () => 200,
    (error: Error) => {
      if (error instanceof HttpRefusal) {
        return error.status
      }
      throw error
    }
  )
}

function expectEqual(found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (a !== b) {
    throw new Error(`Expected ${b}, found ${a}`)
  }
}
