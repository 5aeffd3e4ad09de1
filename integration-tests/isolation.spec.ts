import { ensureRowsMatchFiles, routeFiles } from "../src/api/_kit/route-files"
import { unnamedFields } from "../src/api/_kit/unnamed-fields"
import { servedVendorRoutes } from "../src/api/_kit/vendor-stack"
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
import { relationPaths } from "./isolation/relations"
import { fuzzOwnRoutes, fuzzVendorRoutes, seed } from "./isolation/fuzzing"
import { inParallel, nameOf } from "./isolation/requests"

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

  it("has a row for every handler in Express' stack and a handler for every row", async () => {
    const unknown = await app.api.get("/vendor/nothing?x=1")
    expect(unknown.status).toBe(404)
    expect(unknown.data).toEqual({
      type: "not_found",
      message: "There is no route GET /vendor/nothing",
    })
    const served = servedVendorRoutes().map(
      ({ method, path }) => `${method} ${path}`
    )
    expect([...served].sort()).toEqual(rows.map(nameOf).sort())
    expect(Object.keys(examples).sort()).toEqual(rows.map(nameOf).sort())
    tally.routes = served.length
  })

  it("does not boot when a route file has no row, and names the file", () => {
    const files = routeFiles(`${__dirname}/../src/api/vendor`, "/vendor")
    const own = rows.filter((row) =>
      files.some((f) => nameOf(row) === `${f.method} ${f.path}`)
    )
    expect(files.length).toBeGreaterThan(10)
    expect(() => ensureRowsMatchFiles(own, files)).not.toThrow()
    const [dropped, ...rest] = own
    const file = files.find((f) => f.path === dropped?.path)?.file
    expect(() => ensureRowsMatchFiles(rest, files)).toThrow(file)
    expect(() => ensureRowsMatchFiles(rows, files)).toThrow(
      "GET /vendor/products has a row and no route file"
    )
  })

  it("names or hides every column of Medusa's lists", () => {
    expect(unnamedFields(rows)).toEqual({})
    const [regions] = rows.filter(({ path }) => path === "/vendor/regions")
    const view = { fields: ["id", "name"], defaults: [], sort: [], filters: [] }
    const narrow = regions && {
      ...regions,
      mirrors: { path: "/admin/regions", view },
    }
    expect(unnamedFields(narrow ? [narrow] : [])).toEqual({
      "/vendor/regions": expect.arrayContaining(["currency_code", "metadata"]),
    })
  })

  it("answers CORS before any refusal and reads odd addresses as a client's mistake", async () => {
    const origin = "http://localhost:9000"
    const preflight = await app.api.options("/vendor/products", {
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers["access-control-allow-origin"]).toBe(origin)
    const refused = await app.api.get("/vendor/products", {
      headers: { origin },
    })
    expect(refused.headers["access-control-allow-origin"]).toBe(origin)
    const { api } = app
    const as = scene.callers.member
    expect(await api.get("/vendor/products/%E0%A4%A", as)).toMatchObject(
      refusal(400)
    )
    expect(await api.get("/vendor/products/a%00", as)).toMatchObject(
      refusal(400)
    )
    expect(await api.get("/vendor", as)).toMatchObject(refusal(404))
    expect(await api.get("/vendor//products", as)).toMatchObject(refusal(404))
    expect((await api.get("/VENDOR/Products/", as)).data.count).toBe(1)
    expect(await api.put("/vendor/products", {}, as)).toMatchObject(
      refusal(404)
    )
    const json = { ...as.headers, "content-type": "application/json" }
    const post = (data: string) =>
      api.post("/vendor/sellers/me/onboarding", data, {
        headers: json,
        transformRequest: (text: string) => text,
      })
    expect((await post("")).status).toBe(200)
    expect(await post("{")).toMatchObject(refusal(400))
  })

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
        })
      )
    })

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

    it(`withstands odd queries and bodies (seed ${seed})`, async () => {
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
