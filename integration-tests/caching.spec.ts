import { marketplaceApp } from "./app"
import {
  cachingModule,
  startCacheServers,
  type CacheServers,
} from "./caching/caches"
import { consistency } from "./caching/consistency-suite"
import { deadCache } from "./caching/dead-cache-suite"
import { versions } from "./caching/versions-suite"

let servers: CacheServers

// Before the hooks of the app, which read the config.
beforeAll(async () => {
  servers = await startCacheServers()
  process.env.MARKETPLACE_MODULES = JSON.stringify([cachingModule(servers)])
})

marketplaceApp({
  "the versions of rows": versions,
  "random writes and reads at once": consistency,
  "a cache that is away": (app) => deadCache(app, () => servers),
})

afterAll(() => Promise.all([servers.redis.stop(), servers.memcached.stop()]))
