import { randomInt } from "node:crypto"
import type { App } from "../app"
import { caches, chooseCache } from "./caches"
import { openMarket, type Market } from "./market"
import { Race } from "./race"

const writes = 8
const readers = 3

/** No read that began after the answer to a write may show what was before. */
export function consistency(app: App): void {
  let chosen: ReturnType<typeof chooseCache>
  let market: Market

  beforeAll(async () => {
    chosen = chooseCache(app.getContainer())
    market = await openMarket(app)
  })

  it.each(caches)(
    "shows no stale price, stock, permission or seller once a write was answered, over %s",
    async (cache) => {
      Object.assign(chosen, { cache, hits: 0, misses: 0 })
      const seed = Number(process.env.SEED ?? randomInt(1_000_000))
      const race = new Race(market, seed)
      await race.run(writes, readers)
      const { reads, stale, failures } = race
      console.info(
        `caching over ${cache}, seed ${seed}: ${reads} reads, ${7 * writes} writes, ${chosen.hits} answers from memory, ${stale.length} stale`
      )
      expect({ seed, stale, failures }).toEqual({
        ...{ seed, stale: [], failures: [] },
      })
      expect(chosen.hits).toBeGreaterThan(50)
    }
  )
}
