import {
  PlainProblem,
  type KeeperReply,
  type ServicesRequest,
} from "../services"
import { startMemcached, startRedis } from "./daemons"
import { startObjectStore } from "./object-store"
import { startPostgres } from "./postgres"

/** One running service; `stop` resolves when its process is gone. */
export type Running = { url: string; note?: string; stop: () => Promise<void> }

const started: Running[] = []

async function keep<T extends Running>(starting: Promise<T>): Promise<string> {
  const running = await starting
  started.push(running)
  return running.url
}

async function start(request: ServicesRequest): Promise<KeeperReply> {
  const { DATABASE_URL, REDIS_URL, MEMCACHED_URL } = process.env
  return {
    urls: {
      ...(request.postgres && {
        postgres:
          DATABASE_URL ?? (await keep(startPostgres(request.postgres.dataDir))),
      }),
      ...(request.redis && { redis: REDIS_URL ?? (await keep(startRedis())) }),
      ...(request.memcached && {
        memcached: MEMCACHED_URL ?? (await keep(startMemcached())),
      }),
      ...(request.s3 && { s3: await keep(startObjectStore()) }),
    },
    notes: started.flatMap(({ note }) => note ?? []),
  }
}

let stopping = false

function stop(): void {
  if (!stopping) {
    stopping = true
    void Promise.all(started.map((service) => service.stop())).finally(() =>
      process.exit(0)
    )
  }
}

process.stdin.on("end", stop).on("error", stop).resume()
process.on("SIGTERM", stop).on("SIGINT", stop).on("SIGHUP", stop)

void start(JSON.parse(process.argv[2] ?? "{}"))
  .catch((error: Error): KeeperReply => ({
    problem:
      error instanceof PlainProblem ? error.message : String(error.stack),
  }))
  .then((reply) => console.log(JSON.stringify(reply)))
