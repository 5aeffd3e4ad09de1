import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process"
import { createServer } from "node:net"
import { PlainProblem } from "../services"

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address ? address.port : 0
        server.close(() => resolve(port))
      })
  })
}

/**
 * Spawns a daemon and waits until its output matches `ready`.
 *
 * @throws PlainProblem with its last words when it ends before.
 */
export function spawnUntilReady(
  [command, ...args]: [string, ...string[]],
  ready: RegExp,
  options: SpawnOptions = {}
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    const read = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-2000)
      if (ready.test(output)) {
        resolve(child)
      }
    }
    child.stdout?.on("data", read)
    child.stderr?.on("data", read)
    child.once("error", (error) => reject(new PlainProblem(error.message)))
    child.once("exit", () =>
      reject(new PlainProblem(`${command} did not start:\n${output.trim()}`))
    )
  })
}

/** Ends the process and resolves when it is gone; by force after ten seconds. */
export function end(
  child: ChildProcess,
  signal: NodeJS.Signals = "SIGTERM"
): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      return resolve()
    }
    const force = setTimeout(() => child.kill("SIGKILL"), 10_000)
    child.once("exit", () => {
      clearTimeout(force)
      resolve()
    })
    child.kill(signal)
  })
}
