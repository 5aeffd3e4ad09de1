import { ensureRowsMatchFiles, routeFiles } from "../src/api/_kit/route-files"
import { unnamedFields } from "../src/api/_kit/unnamed-fields"
import { servedVendorRoutes } from "../src/api/_kit/vendor-stack"
import { vendorRows } from "../src/api/_kit/vendor-table"
import "../src/api/vendor/vendor-routes"
import { marketplaceApp } from "./app"
import { digest } from "./isolation/digest"
import { attacksOn, isOpen, refusal, tally } from "./isolation/attacks"
import { examples } from "./isolation/examples"
import { canary, createScene, idsOf, type Scene } from "./isolation/fixtures"
import {
  crawlStore,
  fieldPacks,
  plantPrivate,
  storeReads,
} from "./isolation/crawl"
import { relationPaths } from "./isolation/relations"
import { nameOf } from "./isolation/requests"

const rows = vendorRows()

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
    for (const row of rows.filter(({ method }) => method === "GET")) {
      const [call] = examples[nameOf(row)]?.(scene).calls ?? []
      for (const query of fieldPacks(row.path)) {
        await attack.attempt(row, { call: { ...call, query }, as: "member" })
      }
    }
  }, 600_000)

  it("lets nothing private out of any store route, whatever relation is asked for", async () => {
    const planted = await plantPrivate(app)
    expect(planted).toBeGreaterThan(10)
    const reads = storeReads()
    expect(reads.length).toBeGreaterThan(20)
    const as = scene.callers.customer
    for (const path of reads) {
      await crawlStore(app, path, { scene, as })
    }
    console.log(
      `crawl: ${planted} private columns, ${reads.length} store routes, ${relationPaths("Order").length} paths from an order`
    )
  }, 600_000)

  it.each(rows.map((row) => [nameOf(row), row] as const))(
    "%s",
    async (name, row) => {
      const make = examples[name]
      if (!make) {
        throw new Error(`${name} needs an example in isolation/examples.ts`)
      }
      const example = make(scene)
      const [call = {}] = example.calls
      const before = await digest(app)
      await attack.tryWrongCallers(row, call)
      if (!isOpen(row)) {
        await attack.tryForeignIds(row, example)
      }
      await attack.tryOverposting(row, call)
      expect(await digest(app)).toEqual(before)

      const words = [canary, ...idsOf(scene.foreign)]
      const theirs = await digest(app, words)
      for (const call of example.calls) {
        const res = await attack.attempt(row, {
          call,
          as: example.as ?? "member",
        })
        const wanted = example.status ?? (res.status < 300 ? res.status : 200)
        expect({ call, status: res.status, data: res.data }).toEqual({
          call,
          status: wanted,
          data: res.data,
        })
      }
      await attack.tryHostileInput(row, example)
      expect(await digest(app, words)).toEqual(theirs)
    }
  )
})
