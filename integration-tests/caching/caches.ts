import { join } from "node:path"
import { asValue } from "@medusajs/framework/awilix"
import type {
  ICachingModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ChildProcess } from "node:child_process"
import { startMemcached, startRedis } from "../../scripts/services/daemons"

/** Ids of the providers that one Caching module of the spec holds. */
export const caches = ["cache-memory", "redis", "memcached", "map"] as const
type Cache = (typeof caches)[number]

export type CacheServers = Record<
  "redis" | "memcached",
  { url: string; stop: () => Promise<void>; child: ChildProcess }
>

export async function startCacheServers(): Promise<CacheServers> {
  const [redis, memcached] = await Promise.all([startRedis(), startMemcached()])
  return { redis, memcached }
}

/** The entry for `modules` of the root config. */
export const cachingModule = ({ redis, memcached }: CacheServers) => ({
  resolve: "@medusajs/medusa/caching",
  options: {
    in_memory: { enable: true },
    providers: [
      {
        ...{ resolve: "@medusajs/medusa/caching-redis", id: "redis" },
        options: { redisUrl: redis.url },
      },
      {
        ...{ resolve: "./src/providers/caching-memcached", id: "memcached" },
        options: { servers: memcached.url },
      },
      { resolve: join(__dirname, "provider"), id: "map" },
    ],
  },
})

type Chosen = { cache: Cache; hits: number; misses: number }
const chosen = new WeakMap<MedusaContainer, Chosen>()

/** Sends whatever the app caches to the provider that the answer names, and counts. */
export function chooseCache(container: MedusaContainer): Chosen {
  const known = chosen.get(container)
  if (known) {
    return known
  }
  const caching = container.resolve(Modules.CACHING)
  const current: Chosen = { cache: "cache-memory", hits: 0, misses: 0 }
  const facade: Partial<ICachingModuleService> = {
    get: async (input) => {
      const found = await caching.get({
        ...input,
        providers: [current.cache],
      })
      current[found ? "hits" : "misses"] += 1
      return found
    },
    set: (input) =>
      caching.set({ ...input, providers: [{ id: current.cache }] }),
    clear: (input) => caching.clear({ ...input, providers: [current.cache] }),
  }
  container.register(Modules.CACHING, asValue(facade))
  chosen.set(container, current)
  return current
}
