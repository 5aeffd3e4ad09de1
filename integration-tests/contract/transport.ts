import type { App } from "../app"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { signIn } from "../members"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import { noteCalls } from "./calls"
import { panel, type Panel } from "./panel"

/** The seller's lists that a panel takes for complete when it sends no limit. */
const lists = {
  products: "products",
  "inventory-items": "inventory_items",
  "stock-locations": "stock_locations",
  "shipping-options": "shipping_options",
  "shipping-profiles": "shipping_profiles",
  members: "members",
  invites: "invites",
  regions: "regions",
  "sales-channels": "sales_channels",
  "price-preferences": "price_preferences",
  "product-categories": "product_categories",
  "product-collections": "product_collections",
  "product-tags": "product_tags",
  "product-types": "product_types",
  "fulfillment-providers": "fulfillment_providers",
}

export const transport = (app: App) => {
  let world: World
  let bob: Panel

  beforeAll(async () => {
    noteCalls(app)
    world = await createWorld(app)
    bob = panel(world, (await newSeller(world, "Bob")).client.as)
  })

  it("answers JSON with a message to whoever has no token, an empty one or another actor's", async () => {
    const customer = panel(world, { headers: { authorization: "Bearer x" } })
    for (const client of [
      panel(world, {}),
      customer,
      panel(world, world.admin),
    ]) {
      for (const [method, path] of [
        ["GET", "/vendor/sellers/me"],
        ["POST", "/vendor/products"],
        ["DELETE", "/vendor/products/prod_1"],
      ] as const) {
        const { status, data } = await client.send(method, path, {})
        expect({ path, status, data }).toEqual({
          path,
          status: 401,
          data: expect.objectContaining({ message: "Unauthorized" }),
        })
      }
    }
    const unknown = await bob.send("GET", "/vendor/api-keys", {})
    expect(unknown.status).toBe(404)
    expect(
      await bob.send("POST", "/vendor/api-keys", { body: {} })
    ).toMatchObject({ status: 404 })
  })

  it("gives lists without limit whole, newest first, with an exact count; a limit goes to 10,000", async () => {
    for (let n = 1; n <= 60; n += 1) {
      await bob.post("/vendor/stock-locations", {
        name: `Hall ${n}`,
        address: { address_1: "Hauptstr. 1", city: "", country_code: "de" },
      })
    }
    const whole = await bob.get("/vendor/stock-locations")
    expect(whole).toMatchObject({ count: 60, offset: 0, limit: 1000 })
    expect(whole.stock_locations[0].name).toBe("Hall 60")
    expect(whole.stock_locations).toHaveLength(60)
    const second = await bob.get("/vendor/stock-locations", {
      limit: 25,
      offset: 50,
      order: "created_at",
    })
    expect(second).toMatchObject({ count: 60, offset: 50, limit: 25 })
    expect(second.stock_locations).toHaveLength(10)
    expect(second.stock_locations[9].name).toBe("Hall 60")
    for (const [path, key] of Object.entries(lists)) {
      const answer = await bob.get(`/vendor/${path}`, { limit: 9999 })
      expect({ path, ...answer }).toMatchObject({
        path,
        count: answer[key].length,
        limit: 9999,
        offset: 0,
      })
      const capped = await bob.get(`/vendor/${path}`, { limit: 99_999 })
      expect({ path, limit: capped.limit }).toEqual({ path, limit: 10_000 })
      expect((await bob.get(`/vendor/${path}`)).limit).toBe(1000)
    }
  })

  it("takes every spelling of fields, filters and order that clients send", async () => {
    const { stock_location } = await bob.post("/vendor/stock-locations", {
      name: "Berlin",
      address: { address_1: "Hauptstr. 1", country_code: "de" },
    })
    const path = "/vendor/stock-locations"
    const found = async (query: Record<string, unknown>) =>
      (await bob.get(path, query)).count
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    expect(await found({ created_at: { $gte: tomorrow } })).toBe(0)
    expect(await found({ created_at: { $lt: tomorrow } })).toBe(1)
    expect((await bob.get(`${path}?created_at[$lt]=${tomorrow}`)).count).toBe(1)
    expect(await found({ id: stock_location.id })).toBe(1)
    expect(await found({ id: [stock_location.id, "sloc_none"] })).toBe(1)
    expect(await found({ q: "berl", media: true, "seller.id": "x" })).toBe(1)
    expect(await found({ q: '{"berl' })).toBe(0)
    const fields = async (text: string) =>
      (await bob.get(`${path}/${stock_location.id}`, { fields: text }))
        .stock_location
    expect(Object.keys(await fields("name"))).toEqual(
      expect.arrayContaining(["id", "name"])
    )
    expect(await fields("name")).not.toHaveProperty("created_at")
    const wide = await fields(
      "*address, *sales_channels,*sales_channels, media, +region"
    )
    expect(wide).toMatchObject({
      name: "Berlin",
      address: { address_1: "Hauptstr. 1" },
      sales_channels: [],
    })
    expect(await fields("-address")).not.toHaveProperty("address")
    const refused = await bob.send("GET", path, { query: { order: "-secret" } })
    expect(refused).toMatchObject({
      status: 400,
      data: { type: "invalid_data" },
    })
  })

  it("takes an empty body, refuses a broken one, and says what is wrong with a field", async () => {
    expect(await bob.post("/vendor/sellers/me/onboarding")).toHaveProperty(
      "onboarding"
    )
    const bad = await bob.send("POST", "/vendor/products", {
      body: { title: "X", colour: "red" },
    })
    expect(bad.status).toBe(400)
    expect(bad.data).toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining("colour"),
    })
    const missing = await bob.send("GET", "/vendor/products/prod_none", {})
    expect(missing).toMatchObject({ status: 404, data: { type: "not_found" } })
  })

  it("lets a suspended seller read and work off, and refuses other writes with the classic words", async () => {
    const { seller } = await newSeller(world, "Mallory")
    await world.container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .updateSellers({ id: seller.id, status: "suspended" })
    const client = panel(world, (await signIn(world, seller, "admin")).as)
    const me = await client.get("/vendor/sellers/me")
    expect(me.seller.store_status).toBe("SUSPENDED")
    expect((await client.get("/vendor/products")).count).toBe(0)
    const refused = await client.send("POST", "/vendor/products", { body: {} })
    expect(refused).toMatchObject({
      status: 403,
      data: { message: "Operation not allowed for current store status" },
    })
    await client.post("/vendor/sellers/me", { description: "Soon back" })
  })

  it("lets the panels of the option vendorCors in, and no other", async () => {
    for (const [origin, allowed] of [
      ["https://panel.example.com", true],
      ["https://bob.sellers.example.com", true],
      ["https://panel.example.com.evil.example", false],
      ["http://localhost:9000", false],
    ] as const) {
      const preflight = await world.api.options("/vendor/orders", {
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers":
            "authorization,content-type,x-publishable-api-key",
        },
      })
      const refused = await world.api.get("/vendor/orders", {
        headers: { origin },
      })
      expect(refused.status).toBe(401)
      for (const { headers } of [preflight, refused]) {
        expect([origin, headers["access-control-allow-origin"]]).toEqual([
          origin,
          allowed ? origin : undefined,
        ])
        expect(headers["access-control-allow-credentials"]).toBe("true")
      }
    }
  })

  it("answers a seller's token on the operator's routes with a JSON 401", async () => {
    for (const [method, path] of [
      ["POST", "/admin/orders/order_1/fulfillments/ful_1/cancel"],
      ["POST", "/admin/payment-collections/pay_col_1/mark-as-paid"],
      ["POST", "/admin/collections/pcol_1/products"],
      ["DELETE", "/admin/collections/pcol_1"],
      ["POST", "/admin/product-categories/pcat_1/products"],
      ["DELETE", "/admin/product-categories/pcat_1"],
      ["GET", "/admin/product-types/ptyp_1"],
      ["POST", "/admin/product-tags/ptag_1"],
      ["POST", "/admin/inventory-items"],
      ["POST", "/admin/inventory-items/iitem_1/location-levels/batch"],
      ["GET", "/admin/inventory-items"],
      ["POST", "/admin/products/prod_1/variants/inventory-items/batch"],
      ["GET", "/admin/shipping-profiles"],
      ["POST", "/admin/customers"],
      ["GET", "/admin/product-variants"],
      ["GET", "/admin/api-keys"],
      ["POST", "/admin/api-keys"],
      ["GET", "/admin/users"],
      ["GET", "/admin/sellers"],
    ] as const) {
      const { status, data } = await bob.send(method, path, { body: {} })
      expect({ path, status, data }).toEqual({
        path,
        status: 401,
        data: expect.objectContaining({ message: "Unauthorized" }),
      })
    }
  })
}
