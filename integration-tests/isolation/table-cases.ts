import { logger } from "@medusajs/framework/logger"
import {
  ensureRowsMatchFiles,
  routeFiles,
} from "../../src/api/_kit/route-files"
import { reportUnnamed, unnamedFields } from "../../src/api/_kit/unnamed-fields"
import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import { servedVendorRoutes } from "../../src/api/_kit/vendor-stack"
import type { App } from "../app"
import { refusal, tally } from "./attacks"
import { examples } from "./examples"
import type { Scene } from "./fixtures"
import { nameOf } from "./requests"

/** The gate's table is what Express serves and what the files say; nothing of Medusa's gets past it unnoticed. */
export function tableCases(
  app: App,
  rows: readonly VendorRoute[],
  scene: () => Scene
): void {
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
    const files = routeFiles(`${__dirname}/../../src/api/vendor`, "/vendor")
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
    const told = jest.spyOn(logger, "warn").mockReturnValue(undefined)
    reportUnnamed(rows)
    expect(told).not.toHaveBeenCalled()
    reportUnnamed(narrow ? [narrow] : [])
    expect(told.mock.calls.flat().join()).toMatch(
      /kept back.*\/vendor\/regions: .*currency_code/
    )
    told.mockRestore()
  })

  it("mirrors no route of API keys, and a secret key opens nothing", async () => {
    expect(
      rows.filter(({ mirrors, path }) =>
        /api-key/.test(`${mirrors?.path} ${path}`)
      )
    ).toEqual([])
    const made = await app.api.post(
      "/admin/api-keys",
      { title: "Robot", type: "secret" },
      scene().callers.admin
    )
    const basic = Buffer.from(`${made.data.api_key.token}:`).toString("base64")
    const as = { headers: { authorization: `Basic ${basic}` } }
    expect((await app.api.get("/admin/products", as)).status).toBe(200)
    for (const path of ["/vendor/products", "/vendor/orders", "/vendor/me"]) {
      expect(await app.api.get(path, as)).toMatchObject(refusal(401))
    }
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
    const as = scene().callers.member
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
}
