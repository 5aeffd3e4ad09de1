import sharp from "sharp"
import type { App } from "../app"
import { newSeller, openWarehouse } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"
import { wizardForm } from "./wizard-form"

/** What is left of products; stock that is set aside, shipping, money, notices and files. */
export const goods = (app: App) => {
  let world: World
  let bob: Panel
  let as: { headers?: object }
  let warehouse: Awaited<ReturnType<typeof openWarehouse>>

  beforeAll(async () => {
    world = await createWorld(app)
    const { client } = await newSeller(world, "Bob")
    as = client.as
    bob = panel(world, client.as)
    warehouse = await openWarehouse(world, client, "Berlin")
  })

  const multipart = async (path: string, name: string, file: Blob) => {
    const form = new FormData()
    form.append(name, file, "a")
    const { status, data } = await world.api.post(path, form, as)
    expect({ path, status, data }).toEqual({
      ...{ path, data, status: expect.any(Number) },
    })
    expect(status).toBeLessThan(300)
    return data
  }

  const chain = async () => {
    const body = wizardForm("Chain", world.salesChannelId)
    const { product } = await bob.post("/vendor/products", body)
    return { path: `/vendor/products/${product.id}`, product }
  }

  it("edits options, variants and their images, and puts products on and off sale", async () => {
    const { path, product } = await chain()
    const added = await bob.post(`${path}/options`, {
      ...{ title: "Colour", values: ["Red", "Blue"] },
    })
    const colour = added.product.options.find(
      ({ title }: { title: string }) => title === "Colour"
    )
    await bob.post(`${path}/options/${colour.id}`, {
      ...{ title: "Tint", values: ["Red", "Blue", "Green"] },
    })
    expect(await bob.delete(`${path}/options/${colour.id}`)).toMatchObject({
      ...{ object: "option", deleted: true },
    })
    await bob.post(`${path}/options/${product.options[0].id}`, {
      ...{ title: "Default option", values: ["Default option value", "Long"] },
    })
    await bob.post(`${path}/variants`, {
      ...{ title: "Long", allow_backorder: false, manage_inventory: true },
      options: { "Default option": "Long" },
      prices: [{ currency_code: "eur", amount: 25 }],
    })
    const variants = await bob.get(`${path}/variants`, {
      ...{ limit: 10, offset: 0, order: "title" },
      fields:
        "*options,*inventory_items,*inventory_items.inventory,*inventory_items.inventory.location_levels",
    })
    const variant = variants.variants.find(
      ({ title }: { title: string }) => title === "Long"
    )
    expect(variant).toMatchObject({
      inventory_items: [
        { required_quantity: 1, inventory: { id: expect.any(String) } },
      ],
    })
    const at = `${path}/variants/${variant.id}`
    const [image] = product.images
    expect(await bob.post(`${at}/media`, { add: [image.url] })).toEqual({
      ...{ added: [image.id], removed: [] },
    })
    expect(await bob.post(`${at}/media`, { remove: [image.id] })).toMatchObject(
      { removed: [image.id] }
    )
    expect(await bob.delete(at)).toMatchObject({ object: "variant" })
    const draft = await bob.post(`${path}/status`, { status: "draft" })
    expect(draft.product.status).toBe("draft")
    const shown = await bob.post(`${path}/status`, { status: "proposed" })
    expect(shown.product.status).toBe("published")
    const wrong = await bob.send("POST", `${path}/status`, {
      body: { status: "rejected" },
    })
    expect(wrong.status).toBe(400)
    const batch = await bob.post("/vendor/products/batch", {
      update: [{ id: product.id, title: "Chains", discountable: false }],
      delete: [],
    })
    expect(batch.updated).toMatchObject([{ title: "Chains" }])
  })

  it("exports by the list's filters, imports a file, stores pictures", async () => {
    await chain()
    const { url } = await bob.post(
      "/vendor/products/export",
      {},
      { q: "Chain", status: ["published"] }
    )
    expect(url).toMatch(/^https?:/)
    const csv =
      "Product Handle,Product Title,Product Status,Variant Title,Variant Price EUR,Variant Option 1 Name,Variant Option 1 Value\nbell,Bell,published,Brass,9,Metal,Brass"
    const imported = await multipart(
      "/vendor/products/import",
      "file",
      new Blob([csv], { type: "text/csv" })
    )
    expect(imported.summary).toEqual({ toCreate: 1, toUpdate: 0 })
    const png = await sharp({
      create: { width: 2, height: 2, channels: 3, background: "red" },
    })
      .png()
      .toBuffer()
    const { files } = await multipart(
      "/vendor/uploads",
      "files",
      new Blob([new Uint8Array(png)], { type: "image/png" })
    )
    expect(files).toEqual([
      { id: expect.any(String), url: expect.stringMatching(/^http/) },
    ])
  })

  it("sets stock aside, moves it and gives it back", async () => {
    const { product } = await chain()
    const { inventory_items } = await bob.get("/vendor/inventory-items", {
      fields: "id,sku,title,*stock_locations,*location_levels",
    })
    const [item] = inventory_items
    const path = `/vendor/inventory-items/${item.id}`
    const one = await bob.get(path, {
      fields:
        "*variants,*variants.product,*variants.options,+stocked_quantity,+reserved_quantity,*location_levels",
    })
    expect(one.inventory_item.variants).toMatchObject([
      { product: { id: product.id } },
    ])
    await bob.post(path, { ...{ title: "Links", height: null, material: "" } })
    const { locationId: location_id } = warehouse
    const at = `${path}/location-levels`
    await bob.post(at, { location_id, stocked_quantity: 5 })
    expect(await bob.get(`${at}/${location_id}`)).toMatchObject({
      location_level: { location_id, stocked_quantity: 5 },
    })
    const made = await bob.send("POST", "/vendor/reservations", {
      body: {
        ...{ location_id, inventory_item_id: item.id, quantity: 2 },
        ...{ description: "Window", metadata: {} },
      },
    })
    expect(made.status).toBe(201)
    const { id } = made.data.reservation
    const held = await bob.get("/vendor/reservations", {
      ...{ limit: 20, offset: 0, order: "-created_at", q: "wind" },
      ...{ inventory_item_id: [item.id], location_id: [location_id] },
    })
    expect(held).toMatchObject({
      count: 1,
      reservations: [{ id, quantity: 2, inventory_item: { id: item.id } }],
    })
    const reservation = `/vendor/reservations/${id}`
    await bob.post(reservation, { location_id, quantity: 3, description: "" })
    expect((await bob.get(reservation)).reservation.quantity).toBe(3)
    const kept = await bob.send("DELETE", `${at}/${location_id}`, {})
    expect(kept.status).toBe(400)
    expect(await bob.delete(reservation)).toEqual({
      ...{ id, object: "reservation", deleted: true },
    })
    await bob.post(`${at}/${location_id}`, { stocked_quantity: 0 })
    expect(await bob.delete(`${at}/${location_id}`)).toMatchObject({
      ...{ object: "inventory-level", deleted: true },
    })
    await bob.delete(`/vendor/products/${product.id}`)
    await bob.send("DELETE", path, {})
  })

  it("takes a location down: option, zone, set, profile, address", async () => {
    const path = `/vendor/stock-locations/${warehouse.locationId}`
    const { stock_location } = await bob.get(path, {
      fields:
        "name,*sales_channels,*address,fulfillment_sets.type,fulfillment_sets.name,*fulfillment_sets.service_zones.geo_zones,*fulfillment_sets.service_zones,*fulfillment_sets.service_zones.shipping_options,*fulfillment_providers",
    })
    const [set] = stock_location.fulfillment_sets
    const [zone] = set.service_zones
    await bob.post(path, {
      ...{
        name: "Hamburg",
        address: { address_1: "Hafen 1", country_code: "de" },
      },
    })
    const sets = `/vendor/fulfillment-sets/${set.id}`
    await bob.post(`${sets}/service-zones/${zone.id}`, { name: "North" })
    await bob.post(`${sets}/service-zones/${zone.id}`, {
      geo_zones: [{ country_code: "de", type: "country" }],
    })
    const providers = await bob.get("/vendor/fulfillment-providers")
    expect(providers.fulfillment_providers).toMatchObject([
      { id: "manual_manual", is_enabled: true },
    ])
    const { fulfillment_options } = await bob.get(
      "/vendor/fulfillment-providers/manual_manual/options"
    )
    expect(fulfillment_options[0]).toHaveProperty("id")
    const option = `/vendor/shipping-options/${warehouse.optionId}`
    const read = await bob.get(option, {
      fields: "*prices,*prices.price_rules",
    })
    expect(read.shipping_option.prices).toMatchObject([{ amount: 5 }])
    await bob.post(option, {
      ...{ name: "Post", shipping_profile_id: warehouse.profileId },
      provider_id: "manual_manual",
    })
    expect(await bob.delete(option)).toMatchObject({
      object: "shipping_option",
    })
    expect(await bob.delete(`${sets}/service-zones/${zone.id}`)).toMatchObject({
      object: "service_zone",
    })
    expect(await bob.delete(sets)).toMatchObject({ object: "fulfillment_set" })
    const { shipping_profile } = await bob.post("/vendor/shipping-profiles", {
      ...{ name: "Bulky", type: "bulky" },
    })
    const profile = `/vendor/shipping-profiles/${shipping_profile.id}`
    expect((await bob.get(profile)).shipping_profile).toHaveProperty("name")
    const profiles = await bob.get("/vendor/shipping-profiles", {
      ...{ q: "bulk", limit: 10, offset: 0, order: "name" },
    })
    expect(profiles.count).toBe(1)
    expect(await bob.delete(profile)).toMatchObject({
      object: "shipping_profile",
    })
    expect(await bob.delete(path)).toMatchObject({ object: "stock_location" })
  })

  it("is paid: no account, an account, its onboarding, payouts and commission", async () => {
    const path = "/vendor/payout-account"
    const none = await bob.send("GET", path, {})
    expect(none).toMatchObject({ status: 404, data: { type: "not_found" } })
    const made = await bob.send("POST", path, {
      body: { context: { country: "US" } },
    })
    expect(made).toMatchObject({
      status: 201,
      data: { payout_account: { id: expect.stringMatching(/^pacc_/) } },
    })
    await bob.post(`${path}/onboarding`, {
      context: {
        refresh_url: "https://panel.example.com/a",
        return_url: "https://panel.example.com/b",
      },
    })
    await bob.post(`${path}/sync`)
    expect((await bob.get(path)).payout_account).toMatchObject({
      ...{ status: expect.any(String), context: expect.any(Object) },
    })
    expect(
      await bob.get("/vendor/payouts", { limit: 10, offset: 0 })
    ).toMatchObject({ payouts: [], count: 0 })
    expect(
      await bob.get("/vendor/commission", {
        ...{ start_date: "2026-01-01T00:00:00Z", limit: 15, offset: 0 },
      })
    ).toMatchObject({ commission_lines: [], count: 0 })
  })

  it("polls notices, reads rules, and draws charts by day", async () => {
    const polled = await bob.get("/vendor/notifications", {
      ...{ limit: 1, offset: 0, fields: "created_at" },
    })
    expect(polled).toMatchObject({ notifications: [], count: 0, limit: 1 })
    expect(await bob.get("/vendor/configuration")).toMatchObject({
      configuration_rules: {
        global_product_catalog: expect.any(Boolean),
        product_request_enabled: expect.any(Boolean),
        require_product_approval: expect.any(Boolean),
        product_import_enabled: expect.any(Boolean),
      },
    })
    const { orders, customers } = await bob.get("/vendor/statistics", {
      time_from: "2026-01-01T00:00:00Z",
      time_to: "2026-03-31T23:59:59Z",
    })
    expect([orders.length, customers.length]).toEqual([90, 90])
    expect(orders[0]).toEqual({ date: "2026-01-01", count: "0" })
    expect(await bob.get("/vendor/talkjs")).toHaveProperty("conversations")
  })
}
