import { setTimeout as sleep } from "node:timers/promises"
import { MemcachedCachingProvider } from "../src/providers/caching-memcached/service"
import { startServices } from "../scripts/services"
import { startMemcached } from "../scripts/services/daemons"

/** A real memcached; the provider as Medusa's Caching module calls it. */
describe("memcached", () => {
  let server: Awaited<ReturnType<typeof startMemcached>>
  const warnings: string[] = []
  const logger = { warn: (text: string) => void warnings.push(text) }
  const connect = (prefix = "spec:", servers = server.url) =>
    new MemcachedCachingProvider({
      ...{ logger, memcached: { servers, prefix, timeout: 1 } },
    })

  beforeAll(async () => {
    server = await startMemcached()
  })
  afterAll(() => server.stop())

  it("keeps entries by key until their time is over", async () => {
    const cache = connect("a:")
    expect(await cache.get({ key: "none" })).toBeNull()
    const data = { id: "sel_1", name: "Müller & Söhne", nested: [1, null] }
    await cache.set({ key: "with blanks and ü".repeat(30), data, ttl: 1 })
    const read = () => cache.get({ key: "with blanks and ü".repeat(30) })
    expect(await read()).toEqual(data)
    // Another prefix is another shop.
    expect(
      await connect("b:").get({ key: "with blanks and ü".repeat(30) })
    ).toBeNull()
    await sleep(2100)
    expect(await read()).toBeNull()
  })

  it("clears by key, by tag for every process, and everything", async () => {
    const [one, other] = [connect("c:"), connect("c:")]
    const fill = async () => {
      await one.set({ key: "bob", data: { n: 1 }, tags: ["Seller:bob", "x"] })
      await other.set({ key: "alice", data: { n: 2 }, tags: ["Seller:alice"] })
    }
    const read = async () => [
      await other.get({ key: "bob" }),
      await one.get({ key: "alice" }),
    ]
    await fill()
    expect(await read()).toEqual([{ n: 1 }, { n: 2 }])
    await other.clear({ tags: ["Seller:bob"] })
    expect(await read()).toEqual([null, { n: 2 }])
    await fill()
    await one.clear({ key: "alice" })
    expect(await read()).toEqual([{ n: 1 }, null])
    await fill()
    await one.clear({ tags: ["*"] })
    expect(await read()).toEqual([null, null])
    await fill()
    expect(await read()).toEqual([{ n: 1 }, { n: 2 }])
  })

  it("keeps what many write at once under a tag that is new", async () => {
    const [one, other] = [connect("h:"), connect("h:")]
    const keys = Array.from({ length: 40 }, (_, n) => `key-${n}`)
    await Promise.all(
      keys.map((key, n) =>
        (n % 2 ? one : other).set({ key, data: { n }, tags: ["reads"] })
      )
    )
    const found = await Promise.all(keys.map((key) => one.get({ key })))
    expect(found).toEqual(keys.map((_, n) => ({ n })))
  })

  it("leaves entries alone that only an explicit clear may take", async () => {
    const cache = connect("d:")
    const tags = ["Product:1"]
    await cache.set({ key: "auto", data: { n: 1 }, tags })
    await cache.set({
      ...{ key: "kept", data: { n: 2 }, tags },
      options: { autoInvalidate: false },
    })
    await cache.clear({ tags, options: { autoInvalidate: true } })
    expect(await cache.get({ key: "auto" })).toBeNull()
    expect(await cache.get({ key: "kept" })).toEqual({ n: 2 })
    await cache.clear({ tags, options: { autoInvalidate: false } })
    expect(await cache.get({ key: "kept" })).toEqual({ n: 2 })
    await cache.clear({ tags })
    expect(await cache.get({ key: "kept" })).toBeNull()
  })

  it("never answers an old value after a clear, with many writers at once", async () => {
    const [one, other] = [connect("e:"), connect("e:")]
    let current = 0
    const tags = ["Seller:bob"]
    const stale: number[] = []
    for (let round = 0; round < 150; round += 1) {
      current = round
      await one.clear({ tags })
      await Promise.all([
        one.set({ key: "bob", data: { n: current }, tags }),
        other.set({ key: "bob", data: { n: current }, tags }),
      ])
      const found = await Promise.all(
        [one, other].map((cache) => cache.get({ key: "bob" }))
      )
      for (const value of found) {
        const { n } = (value ?? { n: current }) as { n: number }
        if (n !== current) {
          stale.push(n)
        }
      }
    }
    expect(stale).toEqual([])
  })

  it("goes on without a server that is dead, and owes it what was cleared", async () => {
    const own = await startMemcached()
    const cache = connect("f:", own.url)
    await cache.set({ key: "bob", data: { n: 1 }, tags: ["Seller:bob"] })
    expect(await cache.get({ key: "bob" })).toEqual({ n: 1 })
    await own.stop()
    warnings.splice(0)
    const started = Date.now()
    for (let n = 0; n < 50; n += 1) {
      expect(await cache.get({ key: "bob" })).toBeNull()
      await cache.set({ key: "bob", data: { n: 2 }, tags: ["Seller:bob"] })
      await cache.clear({ tags: ["Seller:bob"] })
    }
    // A pause after each call that failed: slower, not stuck.
    expect(Date.now() - started).toBeLessThan(10_000)
    expect(warnings.length).toBeGreaterThan(0)
    expect(warnings.length).toBeLessThan(50)
  })

  it("is started by the services of this package as well", async () => {
    const { urls, stop } = await startServices({ memcached: true })
    const cache = connect("g:", urls.memcached)
    await cache.set({ key: "k", data: { n: 1 } })
    expect(await cache.get({ key: "k" })).toEqual({ n: 1 })
    await stop()
  })
})
