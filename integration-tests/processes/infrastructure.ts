import { connect } from "node:net"
import type { Client } from "pg"
import { startServices } from "../../scripts/services"

/**
 * What several processes share: `redis` is event bus, workflow engine and
 * locking over Redis; `postgres` is locking in the database and nothing else;
 * `memory` is Medusa's default, right for one process.
 */
export type Infrastructure = "memory" | "postgres" | "redis"

export type Prepared = {
  env: Record<string, string>
  /** Entries for `modules` of the app. */
  modules: Record<string, unknown>[]
  redisUrl?: string
  stop: () => Promise<void>
}

/** Brings up what the infrastructure needs and says how a server is told of it. */
export async function prepare(
  infrastructure: Infrastructure,
  db: Client
): Promise<Prepared> {
  if (infrastructure === "postgres") {
    // What the provider's own migration creates; the template database lacks it.
    await db.query(
      `create table if not exists locking (id text not null, owner_id text null,
         expiration timestamptz null, constraint locking_pkey primary key (id))`
    )
    return {
      env: { REDIS_URL: "" },
      modules: [lockingInPostgres],
      stop: async () => undefined,
    }
  }
  if (infrastructure === "memory") {
    return {
      ...{ env: { REDIS_URL: "" }, modules: [] },
      stop: async () => undefined,
    }
  }
  const { urls, stop } = await startServices({ redis: true })
  // A database of its own: a server that was killed leaves jobs behind.
  const redisUrl = `${urls.redis}/${1 + (process.pid % 15)}`
  await flush(redisUrl)
  // The root app puts everything that processes share into the Redis it is given.
  return { redisUrl, stop, modules: [], env: { REDIS_URL: redisUrl } }
}

const lockingInPostgres = {
  resolve: "@medusajs/medusa/locking",
  options: {
    providers: [
      {
        ...{ resolve: "@medusajs/medusa/locking-postgres" },
        ...{ id: "locking-postgres", is_default: true },
      },
    ],
  },
}

async function flush(redisUrl: string): Promise<void> {
  await redisCommand(redisUrl, "FLUSHDB")
}

/** One command to one database of Redis, as text; enough for tests. */
export async function redisCommand(
  redisUrl: string,
  command: string
): Promise<string> {
  const { hostname, port, pathname } = new URL(redisUrl)
  const socket = connect(Number(port || 6379), hostname)
  socket.write(`SELECT ${pathname.slice(1) || 0}\r\n${command}\r\nQUIT\r\n`)
  let answer = ""
  for await (const chunk of socket) {
    answer += String(chunk)
  }
  return answer
}
