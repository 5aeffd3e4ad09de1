import { createHash, randomUUID } from "node:crypto"
import type { ICachingProviderService, Logger } from "@medusajs/framework/types"
import { Client } from "memjs"

export type MemcachedOptions = {
  /** `host:port`, several with commas, `user:password@host:port` for SASL. */
  servers: string
  /** Seconds an entry lives when nobody says otherwise. Default 3600. */
  ttl?: number
  /** Before every key; another one for each shop on one server. Default `mc:`. */
  prefix?: string
  /** Seconds one call may take. Default 0.25. */
  timeout?: number
}

type Options = { autoInvalidate?: boolean }
type Stamps = Record<string, string>
type Entry = { data: unknown; stamps: Stamps }
type Query = { key?: string; tags?: string[] }

const stampTtl = 30 * 24 * 3600 - 1
/** Milliseconds without calls after one that failed. */
const pause = 1000

/**
 * Medusa's cache in memcached, which knows neither sets nor scans: a tag is a
 * stamp. An entry keeps the stamps that its tags had when it was written, and is
 * worth nothing once one of them is gone or another; clearing a tag drops its
 * stamp. What memcached evicts is a miss, never stale.
 *
 * A server that does not answer is a miss, and what should have been cleared
 * there is cleared before this process reads from it again. No failover: a
 * server that comes back would bring old stamps.
 */
export class MemcachedCachingProvider implements ICachingProviderService {
  static identifier = "cache-memcached"

  private readonly client: Client
  private readonly options: Required<Omit<MemcachedOptions, "servers">>
  private readonly logger: Pick<Logger, "warn">
  private readonly owed = new Set<string>()
  private downUntil = 0

  constructor({
    logger,
    memcached: { servers, ...options },
  }: {
    logger?: Pick<Logger, "warn">
    memcached: MemcachedOptions
  }) {
    this.logger = logger ?? console
    this.options = { ttl: 3600, prefix: "mc:", timeout: 0.25, ...options }
    this.client = Client.create(servers, {
      ...{ retries: 1, timeout: this.options.timeout, keepAlive: true },
      logger: { log: () => undefined },
    })
  }

  /** One entry by its key; memcached cannot list what carries a tag. */
  async get({ key }: Query): Promise<unknown> {
    const isPaid = await this.forget([...this.owed])
    const entry = key && isPaid ? await this.read<Entry>(`e:${key}`) : null
    const stamps = entry ? Object.entries(entry.stamps) : []
    const current = await this.stampsOf(stamps.map(([name]) => name))
    return stamps.every(([name, stamp]) => current[name] === stamp)
      ? (entry?.data ?? null)
      : null
  }

  async set(
    entry: Query & { data: object; ttl?: number; options?: Options }
  ): Promise<void> {
    const { data, tags = [], options, ttl = this.options.ttl } = entry
    // Who clears by `autoInvalidate` passes over entries that forbid it.
    const kinds = options?.autoInvalidate === false ? ["m"] : ["m", "a"]
    const names = [...tags, "*"].flatMap((tag) =>
      kinds.map((kind) => stampName(kind, tag))
    )
    const stamps = await this.stampsOf(names)
    for (const name of names.filter((one) => !stamps[one])) {
      stamps[name] = await this.stamp(name)
    }
    await this.write(`e:${entry.key}`, { data, stamps }, ttl)
  }

  async clear({
    key,
    tags = [],
    options,
  }: Query & { options?: Options }): Promise<void> {
    if (key) {
      await this.forget([`e:${key}`])
    } else if (!options || options.autoInvalidate) {
      const kind = options ? "a" : "m"
      await this.forget(tags.map((tag) => stampName(kind, tag)))
    }
  }

  /** Answers whether all are gone; what is not, is owed. */
  private async forget(names: string[]): Promise<boolean> {
    names.forEach((name) => this.owed.add(name))
    const gone = await Promise.all(
      names.map(async (name) => {
        const isGone = await this.call((client, at) => client.delete(at), name)
        return isGone !== null && this.owed.delete(name)
      })
    )
    return gone.every(Boolean)
  }

  private async stampsOf(names: string[]): Promise<Stamps> {
    const found = await Promise.all(
      names.map(async (name) => [name, await this.read<string>(name)] as const)
    )
    return Object.fromEntries(
      found.flatMap(([name, stamp]) => (stamp ? [[name, stamp]] : []))
    )
  }

  /** A new stamp, or the one that somebody else was quicker to make. */
  private async stamp(name: string): Promise<string> {
    const made = randomUUID()
    const text = JSON.stringify(made)
    const isMine = await this.call(
      (client, at) => client.add(at, text, { expires: stampTtl }),
      name
    )
    return isMine ? made : ((await this.read<string>(name)) ?? made)
  }

  private async read<T>(name: string): Promise<T | null> {
    const found = await this.call((client, at) => client.get(at), name)
    // Written by `write` alone.
    return found?.value ? (JSON.parse(found.value.toString()) as T) : null
  }

  private async write(name: string, value: unknown, expires: number) {
    const text = JSON.stringify(value)
    await this.call((client, at) => client.set(at, text, { expires }), name)
  }

  private async call<T>(
    use: (client: Client, at: string) => Promise<T>,
    name: string
  ): Promise<T | null> {
    if (Date.now() < this.downUntil) {
      return null
    }
    // Memcached takes 250 bytes without blanks.
    const hash = createHash("sha256").update(name).digest("base64url")
    return await use(this.client, `${this.options.prefix}${hash}`).catch(
      (error: Error) => {
        this.downUntil = Date.now() + pause
        this.logger.warn(
          `[caching-memcached] goes on without: ${error.message}`
        )
        return null
      }
    )
  }
}

const stampName = (kind: string, tag: string) => `t:${kind}:${tag}`
