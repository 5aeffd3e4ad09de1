import { spawn, type ChildProcess } from "node:child_process"
import { createServer } from "node:net"
import { createInterface } from "node:readline"
import { PlainProblem } from "./services"
import { end } from "./services/process"
import { program } from "./test/command"

export type ServerRequest = {
  /** The app: a directory with medusa-config and node_modules. */
  cwd: string
  port: number
  env: NodeJS.ProcessEnv
  /** Gets every line the server writes. */
  onLine?: (line: string) => void
}

export type Server = {
  baseUrl: string
  /** Resolves when the process is gone, asked or not. */
  exited: Promise<void>
  stop: () => Promise<void>
}

/** A server that ended instead of answering; `output` holds its last lines. */
export class BootFailure extends Error {
  constructor(readonly output: string) {
    super(`The server ended while starting:\n${output}`)
  }
}

/** @throws PlainProblem when somebody already listens on the port. */
export async function ensurePortIsFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
      .once("error", () =>
        reject(
          new PlainProblem(
            `Port ${port} is in use: stop what listens there, or choose another with PORT=${port + 1}`
          )
        )
      )
      .listen(port, () => probe.close(() => resolve()))
  })
}

/**
 * Starts the app with `medusa start` and waits until it answers `/health`.
 * (`medusa develop` would leave its child on the port when it is ended.)
 *
 * @throws BootFailure when the process ends before.
 */
export async function startServer(request: ServerRequest): Promise<Server> {
  const { cwd, port, env, onLine } = request
  const [node, medusa] = program("@medusajs/cli", "medusa", cwd)
  const child = spawn(node, [medusa, "start", "--port", String(port)], {
    cwd,
    env: {
      ...env,
      NODE_ENV: "development",
      NODE_NO_WARNINGS: "1",
      MEDUSA_DISABLE_TELEMETRY: "true",
    },
    stdio: ["ignore", "pipe", "pipe"],
    // Ctrl-C reaches the starter only, which then ends the server in order.
    detached: true,
  })
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
  })
  const lastLines = readLines(child, onLine)
  // A starter that ends in any way takes its server with it.
  const endWithStarter = () => child.kill("SIGTERM")
  process.once("exit", endWithStarter)
  void exited.then(() => process.off("exit", endWithStarter))
  const baseUrl = `http://localhost:${port}`
  while (!(await answers(`${baseUrl}/health`))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new BootFailure(lastLines().join("\n"))
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { baseUrl, exited, stop: () => end(child) }
}

function readLines(
  child: ChildProcess,
  onLine?: (line: string) => void
): () => string[] {
  const last: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) {
      createInterface({ input: stream }).on("line", (line) => {
        last.push(line)
        last.splice(0, last.length - 60)
        onLine?.(line)
      })
    }
  }
  return () => last
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
