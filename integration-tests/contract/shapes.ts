import { Modules } from "@medusajs/framework/utils"
import type { App } from "../app"
import { newSeller, openWarehouse } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"
import { wizardForm } from "./wizard-form"

export const shapes = (app: App) => {
  let world: World
  let bob: Panel
  let warehouse: Awaited<ReturnType<typeof openWarehouse>>

  beforeAll(async () => {
    world = await createWorld(app)
    const { client } = await newSeller(world, "Bob")
    bob = panel(world, client.as)
    warehouse = await openWarehouse(world, client, "Berlin")
  })

  const create = async (title: string) => {
    const body = wizardForm(title, world.salesChannelId)
    const { status, data } = await bob.send("POST", "/vendor/products", {
      body,
    })
    expect({ status, data }).toMatchObject({ status: 201 })
    return data.product
  }

  const pricesOf = async (id: string) => {
    const { product } = await bob.get(`/vendor/products/${id}`)
    const prices: {
      id: string
      amount: number
      rules: object
      price_rules: object[]
    }[] = product.variants[0].prices
    return prices.sort((a, b) => a.amount - b.amount)
  }

  it("makes a product of the wizard's form, and edits it screen by screen", async () => {
    const product = await create("Chain")
    expect(product).toMatchObject({
      title: "Chain",
      handle: "chain",
      subtitle: null,
      thumbnail: "https://img.example.com/1.png",
      status: "published",
      images: [{ url: expect.any(String) }, { url: expect.any(String) }],
      sales_channels: [{ id: world.salesChannelId }],
      variants: [
        {
          title: "Default option value",
          sku: null,
          prices: [{ currency_code: "eur", amount: 20 }],
        },
      ],
    })
    const path = `/vendor/products/${product.id}`
    const [first] = product.images
    const edited = await bob.post(path, {
      thumbnail: "",
      images: [
        { id: first.id, url: first.url },
        { id: "up_3", url: "https://img.example.com/3.png" },
      ],
    })
    expect(edited.product).toMatchObject({ thumbnail: null })
    expect(edited.product.images).toHaveLength(2)
    const sized = await bob.post(path, {
      weight: 3,
      height: null,
      mid_code: null,
    })
    expect(sized.product.weight).toBe(3)
    expect(await bob.delete(path)).toEqual({
      id: product.id,
      object: "product",
      deleted: true,
    })
  })

  it("leaves back-orders as they are stored and region prices where a grid knows none", async () => {
    const { id, variants } = await create("Chain")
    const path = `/vendor/products/${id}/variants/${variants[0].id}`
    await bob.post(path, {
      title: "Only one",
      sku: null,
      manage_inventory: true,
      allow_backorder: true,
    })
    const read = await bob.get(`/vendor/products/${id}`)
    expect(read.product.variants[0]).toMatchObject({
      title: "Only one",
      allow_backorder: false,
    })
    await bob.post(path, {
      prices: [
        { currency_code: "eur", amount: 20 },
        {
          currency_code: "eur",
          amount: 18,
          rules: { region_id: world.regionId },
        },
      ],
    })
    await bob.post(path, { prices: [{ currency_code: "eur", amount: 25 }] })
    expect(await pricesOf(id)).toMatchObject([
      {
        amount: 18,
        rules: { region_id: world.regionId },
        price_rules: [{ attribute: "region_id", value: world.regionId }],
      },
      { amount: 25, rules: {}, price_rules: [] },
    ])
    const [, plain] = await pricesOf(id)
    await bob.post(path, {
      prices: [{ id: plain?.id, currency_code: "eur", amount: 25 }],
    })
    expect(await pricesOf(id)).toHaveLength(1)
  })

  it("shows the variant page its items with their levels, and levels with their locations", async () => {
    const { id } = await create("Chain")
    const { product } = await bob.get(`/vendor/products/${id}`, {
      fields:
        "*variants,*variants.inventory,*variants.inventory.location_levels",
    })
    const item = product.variants[0].inventory[0]
    expect(item).toMatchObject({ id: expect.any(String), location_levels: [] })
    const at = `/vendor/inventory-items/${item.id}/location-levels`
    const { locationId } = warehouse
    const made = await bob.post(at, {
      location_id: locationId,
      stocked_quantity: 4,
    })
    expect(made.location_level).toMatchObject({
      location_id: locationId,
      stocked_quantity: 4,
    })
    const adjusted = await bob.post(`${at}/${locationId}`, {
      stocked_quantity: 7,
    })
    expect(adjusted.location_level).toMatchObject({
      inventory_item_id: item.id,
      stocked_quantity: 7,
      reserved_quantity: 0,
    })
    const levels = await bob.get(at, { fields: "*stock_locations" })
    expect(levels).toMatchObject({
      count: 1,
      location_levels: [
        {
          stocked_quantity: 7,
          stock_locations: [{ id: locationId, name: "Berlin" }],
        },
      ],
    })
    await bob.post(`${at}/${locationId}`, { stocked_quantity: 0 })
    const batch = await bob.post(`${at}/batch`, {
      create: [],
      delete: [locationId],
    })
    expect(batch.deleted).toBeDefined()
    expect((await bob.get(at)).count).toBe(0)
    await bob.post("/vendor/inventory-items/location-levels/batch", {
      create: [
        {
          inventory_item_id: item.id,
          location_id: locationId,
          stocked_quantity: 2,
        },
      ],
      update: [],
      delete: [],
      force: true,
    })
    const [level] = (await bob.get(at)).location_levels
    await bob.post(`${at}/batch`, { delete: [level.id], force: true })
    expect((await bob.get(at)).count).toBe(0)
    for (const [path, body] of [
      ["/vendor/inventory-items/undefined/location-levels", undefined],
      [
        "/vendor/inventory-items/location-levels/batch",
        { create: [{ location_id: locationId, stocked_quantity: 1 }] },
      ],
    ] as const) {
      const { status } = await bob.send(body ? "POST" : "GET", path, { body })
      expect({ path, refused: status >= 400 && status < 500 }).toEqual({
        path,
        refused: true,
      })
    }
  })

  it("keeps the shipping option's prices that a screen does not know", async () => {
    const { optionId, profileId } = warehouse
    const regions = world.container.resolve(Modules.REGION)
    const { id: region_id } = await regions.createRegions({
      name: "Poland",
      currency_code: "pln",
    })
    const { shipping_option } = await bob.post(
      `/vendor/shipping-options/${optionId}`,
      {
        prices: [
          { region_id: world.regionId, amount: 4 },
          { region_id, amount: 0 },
        ],
      }
    )
    type Price = { amount: number; price_rules: { attribute: string }[] }
    const prices: Price[] = shipping_option.prices
    expect(
      prices.map(({ amount, price_rules }) => [
        amount,
        price_rules.map(({ attribute }) => attribute),
      ])
    ).toEqual(
      expect.arrayContaining([
        [5, []],
        [4, ["region_id"]],
      ])
    )
    expect(prices).toHaveLength(2)
    const list = await bob.get("/vendor/shipping-options", {
      fields:
        "+service_zone.fulfillment_set.location.id,*rules, service_zone.fulfllment_set.type",
    })
    expect(list.shipping_options).toMatchObject([
      {
        id: optionId,
        shipping_profile_id: profileId,
        service_zone: {
          fulfillment_set: { location: { id: warehouse.locationId } },
        },
      },
    ])
    const created = await bob.send("POST", "/vendor/shipping-options", {
      body: {
        name: "Express",
        service_zone_id: list.shipping_options[0].service_zone_id,
        shipping_profile_id: profileId,
        provider_id: "manual_manual",
        prices: [],
        data: { id: "manual-fulfillment" },
        rules: [
          { attribute: "is_return", operator: "eq", value: "false" },
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
        ],
        type: {
          label: "Type label",
          description: "Type description",
          code: "type-code",
        },
      },
    })
    expect(created).toMatchObject({
      status: 201,
      data: { shipping_option: { price_type: "flat", prices: [] } },
    })
  })

  it("names profiles with a colon, and draws locations with all that hangs on them", async () => {
    const { shipping_profile } = await bob.post("/vendor/shipping-profiles", {
      name: "Bulky",
      type: "bulky",
    })
    expect(shipping_profile.name).toMatch(/^sel_\w+:Bulky$/)
    await bob.post(`/vendor/shipping-profiles/${shipping_profile.id}`, {
      metadata: { heavy: "yes" },
    })
    const { stock_locations } = await bob.get("/vendor/stock-locations")
    const [set] = stock_locations[0].fulfillment_sets
    expect(set).toMatchObject({
      name: "Shipping",
      type: "shipping",
      service_zones: [
        {
          name: "Germany",
          geo_zones: [{ country_code: "de" }],
          shipping_options: [
            {
              name: "Standard",
              shipping_profile: { name: expect.stringContaining(":") },
            },
          ],
        },
      ],
    })
  })
}
