import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { join } from "node:path"

/** Connection strings of what runs; a service that was not asked for is absent. */
export type ServiceUrls = {
  /** The server's `postgres` database. */
  postgres?: string
  redis?: string
  memcached?: string
  /** An S3-protocol server with the bucket `marketplace`. */
  s3?: string
}

export type ServicesRequest = {
  /**
   * `dataDir` keeps the data there (development); without it the data lives in
   * memory-backed storage and is gone afterwards (tests).
   */
  postgres?: { dataDir?: string }
  redis?: boolean
  memcached?: boolean
  s3?: boolean
}

export type Services = {
  urls: ServiceUrls
  /** What the user should know, e.g. where the data is when it could not be kept in place. */
  notes: string[]
  stop: () => Promise<void>
}

export type KeeperReply =
  { urls: ServiceUrls; notes: string[] } | { problem: string }

/** A fault whose message is all that the user needs: print it without a stack. */
export class PlainProblem extends Error {}

/**
 * Starts the asked-for services in a keeper process of their own, which stops
 * them when `stop` is called and also when this process ends in any way, even
 * by SIGKILL. `DATABASE_URL`, `REDIS_URL` and `MEMCACHED_URL` name running
 * services to be used instead; those are never stopped.
 *
 * @throws PlainProblem with a sentence that says what to do.
 */
export async function startServices(
  request: ServicesRequest
): Promise<Services> {
  const keeper = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      join(__dirname, "services/keeper.ts"),
      JSON.stringify(request),
    ],
    // An own process group: Ctrl-C must not reach the database before its users are gone.
    { stdio: ["pipe", "pipe", "inherit"], detached: true }
  )
  const exited = new Promise<void>((resolve) => {
    keeper.once("exit", () => resolve())
  })
  const stop = async () => {
    keeper.stdin.end()
    await exited
  }
  for await (const line of createInterface({ input: keeper.stdout })) {
    const reply: KeeperReply = JSON.parse(line)
    if ("problem" in reply) {
      await stop()
      throw new PlainProblem(reply.problem)
    }
    return { ...reply, stop }
  }
  throw new PlainProblem("The services could not be started")
}
