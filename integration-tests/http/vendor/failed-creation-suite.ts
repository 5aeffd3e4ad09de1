import type { App } from "../../app"
import { breakTable, living } from "../../broken-tables"
import { chain, newSeller, openWarehouse } from "../../vendor-client"
import { createWorld } from "../../world"

export const failedCreation = (app: App) => {
  it("leaves nothing of a creation whose link to the seller cannot be made", async () => {
    const world = await createWorld(app)
    const { client } = await newSeller(world, "Bob")
    const { locationId } = await openWarehouse(world, client, "Berlin")
    const { shipping_profiles } = await client.get("/shipping-profiles")
    const { stock_locations } = await client.get("/stock-locations")
    const [set] = stock_locations[0].fulfillment_sets
    const attempts = [
      ["product_seller", "/products", chain("bob")],
      ["inventory_item_seller", "/products", chain("bob")],
      ["inventory_item_seller", "/inventory-items", { title: "Loose" }],
      ["stock_location_seller", "/stock-locations", { name: "Hamburg" }],
      [
        "shipping_profile_seller",
        "/shipping-profiles",
        { name: "B", type: "b" },
      ],
      [
        "fulfillment_set_seller",
        `/stock-locations/${locationId}/fulfillment-sets`,
        { name: "Pick up", type: "pickup" },
      ],
      [
        "service_zone_seller",
        `/fulfillment-sets/${set.id}/service-zones`,
        { name: "Everywhere", geo_zones: [] },
      ],
      [
        "shipping_option_seller",
        "/shipping-options",
        {
          name: "Express",
          service_zone_id: set.service_zones[0].id,
          shipping_profile_id: shipping_profiles[0].id,
          provider_id: "manual_manual",
          type: { label: "Express", code: "express" },
          prices: [{ currency_code: "eur", amount: 9 }],
        },
      ],
    ] as const
    for (const [link, path, body] of attempts) {
      const restore = await breakTable(app, `marketplace_${link}`)
      const before = await living(app)
      const res = await world.api.post(`/vendor${path}`, body, client.as)
      expect({ path, status: res.status }).toEqual({ path, status: 500 })
      expect({ path, rows: await living(app) }).toEqual({ path, rows: before })
      await restore()
    }
    expect(
      (await client.post("/products", chain("bob"))).product.id
    ).toBeTruthy()
  })
}
