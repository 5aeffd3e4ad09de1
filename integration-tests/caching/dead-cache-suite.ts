import { setTimeout as sleep } from "node:timers/promises"
import type { App } from "../app"
import { chooseCache, type CacheServers } from "./caches"
import { openMarket, readersOf, writersOf, type Market } from "./market"

/** A server that hangs, comes back, and dies, while shoppers read and operators write. */
export function deadCache(app: App, servers: () => CacheServers): void {
  let chosen: ReturnType<typeof chooseCache>
  let market: Market

  beforeAll(async () => {
    chosen = chooseCache(app.getContainer())
    market = await openMarket(app)
  })

  it.each(["redis", "memcached"] as const)(
    "goes on without %s",
    async (cache) => {
      Object.assign(chosen, { cache, hits: 0, misses: 0 })
      const server = servers()[cache]
      const read = readersOf(market)
      const write = writersOf(market)
      const { data } = await read.newCart(1)
      const looks = [
        read.page,
        () => read.options(data.cart.id),
        () => read.cart(data.cart.id),
      ]
      const times: number[] = []
      const statuses = new Set<number>()
      let isOn = true
      const load = Array.from({ length: 4 }, async (_, worker) => {
        for (let n = worker; isOn; n++) {
          const start = performance.now()
          const answer = await looks[n % looks.length]?.()
          times.push(performance.now() - start)
          statuses.add(answer?.status ?? 0)
        }
      })
      const nameOnPage = async () => {
        const page = await read.page()
        return page.data.product.seller.name
      }
      /** Every reader got answers, whatever the server does meanwhile. */
      const goneOn = async () => {
        const before = times.length
        while (times.length < before + 2 * load.length) {
          await sleep(50)
        }
      }
      let usual = 0
      try {
        await sleep(1000)
        expect(chosen.hits).toBeGreaterThan(0)
        usual = Math.max(...times.splice(0))

        server.child.kill("SIGSTOP")
        await goneOn()
        await write.name(`While ${cache} hung`)
        expect(await nameOnPage()).toBe(`While ${cache} hung`)
        server.child.kill("SIGCONT")
        await sleep(1500)
        // It comes back with what it had, which is nobody's answer any more.
        expect(await nameOnPage()).toBe(`While ${cache} hung`)

        server.child.kill("SIGKILL")
        await write.name(`While ${cache} was dead`)
        expect(await nameOnPage()).toBe(`While ${cache} was dead`)
        await goneOn()
      } finally {
        isOn = false
        await Promise.all(load)
      }
      const slowest = Math.max(...times)
      console.info(
        `${cache}: ${times.length} reads while it hung and died, slowest ${Math.round(slowest)} ms (before: ${Math.round(usual)} ms)`
      )
      expect([...statuses]).toEqual([200])
    }
  )
}
