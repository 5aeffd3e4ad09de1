import type { VendorRoute } from "../src/api/_kit/vendor-route"
import { vendorRows } from "../src/api/_kit/vendor-table"
import "../src/api/vendor/vendor-routes"
import { marketplaceApp } from "./app"
import { digest, type Digest } from "./isolation/digest"
import { attacksOn, isOpen, refusal, tally } from "./isolation/attacks"
import { examples } from "./isolation/examples"
import type { Example } from "./isolation/examples/example"
import { canary, createScene, idsOf, type Scene } from "./isolation/fixtures"
import {
  crawlStore,
  fieldPacks,
  plantPrivate,
  storeReads,
} from "./isolation/crawl"
import { listProblems } from "./isolation/lists"
import { takenColumns } from "./isolation/overposting"
import { relationPaths } from "./isolation/relations"
import { tableCases } from "./isolation/table-cases"
import { fuzzOwnRoutes, fuzzVendorRoutes, seed } from "./isolation/fuzzing"
import { inParallel, nameOf, renamed } from "./isolation/requests"

const rows = vendorRows()
const isRead = ({ method }: VendorRoute) => method === "GET"

marketplaceApp((app) => {
  let scene: Scene
  let attack: ReturnType<typeof attacksOn>

  beforeAll(async () => {
    scene = await createScene(app)
    attack = attacksOn(app, scene)
  })

  afterAll(() => {
    console.log(
      `isolation: ${Object.entries(tally)
        .map(([what, count]) => `${count} ${what}`)
        .join(", ")}`
    )
  })

  tableCases(app, rows, () => scene)

  it("reads membership per request and the seller from the header", async () => {
    const { api } = app
    const { headers } = scene.callers.member
    const withSeller = (id: string) =>
      api.get("/vendor/products", {
        headers: { ...headers, "x-seller-id": id },
      })
    expect((await withSeller(scene.own.seller)).data.count).toBe(1)
    expect(await withSeller(scene.foreign.seller)).toMatchObject(refusal(404))
    expect(await withSeller("sel_none")).toMatchObject(refusal(404))
  })

  it("keeps every relation path of every read to what is one's own", async () => {
    const asked = rows.filter(isRead).flatMap((row) => {
      const [call] = exampleOf(row).calls
      return fieldPacks(row.path).map((query) => ({
        row,
        call: { ...call, query },
      }))
    })
    await inParallel(asked, ({ row, call }) =>
      attack.attempt(row, { call, as: "member" })
    )
  }, 600_000)

  it("lets nothing private out of any store route, whatever relation is asked for", async () => {
    const planted = await plantPrivate(app)
    expect(planted).toBeGreaterThan(10)
    const reads = storeReads()
    expect(reads.length).toBeGreaterThan(20)
    const as = scene.callers.customer
    await inParallel(reads, (path) => crawlStore(app, path, { scene, as }))
    console.log(
      `crawl: ${planted} private columns, ${reads.length} store routes, ${relationPaths("Order").length} paths from an order`
    )
  }, 600_000)

  // Each test starts from the same rows, so one digest of them is enough.
  let untouched: Digest | undefined
  let theirs: Digest | undefined
  const words = () => [canary, ...idsOf(scene.foreign)]

  const ensureUntouched = async (work: () => Promise<void>) => {
    untouched ??= await digest(app)
    await work()
    // The seller's own check list has a row as soon as it is looked at, each reading of a document leaves one.
    const { seller_onboarding, document_read } = untouched
    expect({
      ...(await digest(app)),
      seller_onboarding,
      document_read,
    }).toEqual(untouched)
  }

  describe.each([...byResource(rows)])("%s", (_resource, ofResource) => {
    const reads = ofResource.filter(isRead)
    const writes = ofResource.filter((row) => !isRead(row))

    it("refuses who may not call it, ids of others and columns of the server's, and writes nothing", async () => {
      await ensureUntouched(() =>
        inParallel(ofResource, async (row) => {
          const example = exampleOf(row)
          const [call = {}] = example.calls
          await attack.tryWrongCallers(row, call)
          if (!isOpen(row)) {
            await attack.tryForeignIds(row, example)
          }
          await attack.tryOverposting(row, call)
          const taken = await takenColumns(row, { attack, scene, example })
          expect({ name: nameOf(row), taken }).toEqual({
            name: nameOf(row),
            taken: [],
          })
        })
      )
    }, 120_000)

    if (reads.length) {
      it("answers reads, also hostile ones, and writes nothing", async () => {
        await ensureUntouched(() =>
          inParallel(reads, async (row) => {
            await attack.tryRightly(row, exampleOf(row))
            await attack.tryHostileInput(row, exampleOf(row))
          })
        )
      })
    }

    it(`pages, counts, sorts, filters and searches its lists, and withstands odd queries and bodies (seed ${seed})`, async () => {
      await addRows(ofResource)
      await inParallel(reads, async (row) => {
        const [call = {}] = exampleOf(row).calls
        const problems = await listProblems(row, { attack, call })
        tally.lists += problems ? 1 : 0
        expect({ name: nameOf(row), problems: problems ?? [] }).toEqual({
          name: nameOf(row),
          problems: [],
        })
      })
      for (const some of [reads, writes]) {
        await fuzzVendorRoutes(some, { attack, scene, exampleOf })
      }
    }, 300_000)

    for (const row of writes) {
      it(nameOf(row), async () => {
        const example = exampleOf(row)
        theirs ??= await digest(app, words())
        await attack.tryRightly(row, example)
        await attack.tryHostileInput(row, example)
        expect(await digest(app, words())).toEqual(theirs)
      })
    }
  })

  it.each(["/admin/", "/store/"] as const)(
    `withstands odd queries and bodies on our own routes under %s (seed ${seed})`,
    (prefix) => fuzzOwnRoutes(app, scene, prefix),
    300_000
  )

  /** A second row, and a third, where a list had one. */
  async function addRows(ofResource: VendorRoute[]): Promise<void> {
    const lists = ofResource.filter(isRead).map(({ path }) => path)
    const creates = ofResource.filter(
      (row) => row.method === "POST" && lists.includes(row.path)
    )
    for (const row of creates) {
      const { calls, as = "member" } = exampleOf(row)
      for (const call of [calls[0] ?? {}, renamed(calls[0] ?? {})]) {
        await attack.attempt(row, { call, as })
      }
    }
  }

  function exampleOf(row: VendorRoute): Example {
    const make = examples[nameOf(row)]
    if (!make) {
      throw new Error(`${nameOf(row)} needs an example in isolation/examples`)
    }
    return make(scene)
  }
})

/** `/vendor/orders` and all below it is one resource. */
function byResource(all: readonly VendorRoute[]): Map<string, VendorRoute[]> {
  const groups = new Map<string, VendorRoute[]>()
  for (const row of all) {
    const resource = row.path.split("/").slice(0, 3).join("/")
    groups.set(resource, [...(groups.get(resource) ?? []), row])
  }
  return groups
}
