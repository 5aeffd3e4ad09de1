import fc from "fast-check"
import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import type { App } from "../app"
import { tally, type Attack } from "./attacks"
import type { Example } from "./examples/example"
import { idsOf, type Scene } from "./fixtures"
import { mutationsWith, spoil } from "./fuzz"
import { ownRequests, type OwnRequest } from "./fuzz-own-routes"
import { asJson, inParallel, nameOf } from "./requests"

/** The same calls judge a commit each time; `SEED=… npm test -- integration integration-tests/isolation` tries others. */
export const seed = Number(process.env.SEED ?? 20261125)

const callsOf = { GET: 12, POST: 12, DELETE: 3 }

/** The same numbers for the same route, whichever other routes there are. */
const seedOf = (name: string) =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed)

const someIds = ({ own, foreign, world }: Scene) => [
  ...idsOf(own),
  ...idsOf(foreign),
  ...[world.regionId, world.salesChannelId, "none"],
]

/** Calls of vendor routes with odd queries and bodies: none is the server's fault, none answers what is another seller's. */
export async function fuzzVendorRoutes(
  rows: readonly VendorRoute[],
  { attack, scene, exampleOf }: Stage
): Promise<void> {
  const mutations = mutationsWith(someIds(scene))
  const calls = rows.flatMap((row) => {
    const { calls, as = "member" } = exampleOf(row)
    return fc
      .sample(mutations, {
        numRuns: callsOf[row.method],
        seed: seedOf(nameOf(row)),
      })
      .map((spoilt, n) => ({
        ...{ row, as },
        call: spoil(row, calls[n % calls.length] ?? {}, spoilt),
      }))
  })
  const uttered = new Set<string>()
  await inParallel(
    calls,
    ({ row, ...call }) => attack.attempt(row, { ...call, uttered }),
    // Writes that meet would wait for each other.
    rows.every(({ method }) => method === "GET") ? undefined : 1
  )
}

type Stage = {
  attack: Attack
  scene: Scene
  exampleOf: (row: VendorRoute) => Example
}

/** The same for our routes under `/admin` or `/store`. */
export async function fuzzOwnRoutes(
  { api }: App,
  scene: Scene,
  prefix: "/admin/" | "/store/"
): Promise<void> {
  const arbitraries = ownRequests(prefix, someIds(scene))
  expect(arbitraries.length).toBeGreaterThan(20)
  const as = scene.callers[prefix === "/admin/" ? "admin" : "customer"]
  const requests = arbitraries.flatMap((arbitrary, n) =>
    fc.sample(arbitrary, { numRuns: 16, seed: seed + n })
  )
  await inParallel(
    requests,
    async ({ method, url, body }: OwnRequest) => {
      const res = await api.request({
        ...{ ...as, method, url },
        ...(method === "post" && asJson(body ?? {}, as)),
      })
      tally.cases += 1
      tally.refused += res.status >= 400 ? 1 : 0
      tally.errors += res.status >= 500 ? 1 : 0
      const about = `${method} ${url} ${JSON.stringify(body)?.slice(0, 500)}`
      expect({ about, fault: res.status >= 500 ? res.data : null }).toEqual({
        about,
        fault: null,
      })
    },
    1
  )
}
