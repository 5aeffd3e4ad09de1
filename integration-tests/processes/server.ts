import { spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import axios, { type AxiosInstance } from "axios"
import { end, freePort } from "../../scripts/services/process"

const root = join(__dirname, "../..")
const cli = join(root, "node_modules/@medusajs/cli/cli.js")

/** A Medusa server in a process of its own. */
export type Server = {
  api: AxiosInstance
  pid: number
  /** Its last words, for a failing spec. */
  output: () => string
  /** SIGKILL; resolves when the process is gone. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

const bootSeconds = 120

/** `medusa start` of the root app; `env` is what `medusa-config.ts` reads. */
export async function startServer(
  env: Record<string, string>
): Promise<Server> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [cli, "start", "--port", String(port), "--types", "false"],
    {
      cwd: root,
      env: { ...process.env, REDIS_URL: "", NODE_ENV: "development", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }
  )
  const output = collect(child)
  const api = axios.create({
    baseURL: `http://127.0.0.1:${port}`,
    // A refusal is a result to assert on, not an exception.
    validateStatus: () => true,
  })
  for (const until = Date.now() + bootSeconds * 1000; ; await sleep(200)) {
    const health = await api.get("/health").catch(() => undefined)
    if (health?.status === 200) {
      break
    }
    if (child.exitCode !== null || Date.now() > until) {
      await end(child, "SIGKILL")
      throw new Error(`The server did not start:\n${output()}`)
    }
  }
  return {
    ...{ api, output, pid: child.pid ?? 0 },
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child),
  }
}

function collect(child: ChildProcess): () => string {
  let text = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text = `${text}${chunk.toString()}`.slice(-20_000)
    })
  }
  return () => text
}
