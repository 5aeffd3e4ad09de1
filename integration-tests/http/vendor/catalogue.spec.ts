import { marketplaceApp } from "../../app"
import { signIn } from "../../members"
import { createSeller, createProduct, createWorld } from "../../world"

marketplaceApp((app) => {
  it("lists", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const alice = await createSeller(world, "Alice's Wares")
    const pa = await createProduct(world, alice, { title: "Mug", price: 1 })
    const member = await signIn(world, bob)
    const post = async (path: string, body: unknown) => {
      const r = await app.api.post("/vendor" + path, body, member.as)
      console.log("POST", path, r.status, JSON.stringify(r.data).slice(0, 1500))
      return r.data
    }
    const get = async (path: string) => {
      const r = await app.api.get("/vendor" + path, member.as)
      console.log("GET", path, r.status, JSON.stringify(r.data).slice(0, 1500))
      return r.data
    }
    const loc = await post("/stock-locations", {
      name: "Berlin",
      address: { address_1: "x", country_code: "de" },
    })
    const id = loc.stock_location.id
    await post(`/stock-locations/${id}/sales-channels`, {
      add: [world.salesChannelId],
    })
    await post(`/stock-locations/${id}/fulfillment-providers`, {
      add: ["manual_manual"],
    })
    const fs = await post(`/stock-locations/${id}/fulfillment-sets`, {
      name: "Berlin shipping",
      type: "shipping",
    })
    const fsid = fs.stock_location.fulfillment_sets[0].id
    const z = await post(`/fulfillment-sets/${fsid}/service-zones`, {
      name: "Germany",
      geo_zones: [{ type: "country", country_code: "de" }],
    })
    const zid = z.fulfillment_set.service_zones[0].id
    await post(`/fulfillment-sets/${fsid}/service-zones/${zid}`, {
      name: "DE",
      geo_zones: [{ type: "country", country_code: "de" }],
    })
    await get(`/fulfillment-sets/${fsid}/service-zones/${zid}`)
    const sp = await post("/shipping-profiles", {
      name: "Large",
      type: "large",
    })
    await get("/shipping-profiles")
    const so = await post("/shipping-options", {
      name: "DHL",
      service_zone_id: zid,
      shipping_profile_id: sp.shipping_profile.id,
      provider_id: "manual_manual",
      prices: [
        { currency_code: "eur", amount: 5 },
        { region_id: world.regionId, amount: 3 },
      ],
      data: { id: "x" },
      rules: [],
      type: { label: "a", description: "b", code: "c" },
    })
    const soid = so.shipping_option.id
    const priceId = so.shipping_option.prices[0].id
    await post("/shipping-options/" + soid, {
      name: "DHL2",
      prices: [{ id: priceId, currency_code: "eur", amount: 7 }],
    })
    await post(`/shipping-options/${soid}/rules/batch`, {
      create: [{ attribute: "is_return", operator: "eq", value: "false" }],
    })
    await get(
      "/shipping-options?fields=%2Bservice_zone.fulfillment_set.location.id,*rules"
    )
    const p = await post("/products", {
      title: "Chain",
      status: "published",
      options: [{ title: "Size", values: ["S", "M"] }],
      variants: [
        {
          title: "S",
          sku: "chain-s",
          options: { Size: "S" },
          prices: [{ currency_code: "eur", amount: 12 }],
        },
        {
          title: "M",
          sku: "chain-m",
          options: { Size: "M" },
          prices: [
            {
              currency_code: "eur",
              amount: 13,
              rules: { region_id: world.regionId },
            },
          ],
        },
      ],
      images: [{ url: "http://x/y.png" }],
    })
    const pid = p.product.id
    await get(
      "/products?limit=3&fields=id,title,*variants.inventory_items,variants.inventory.id,*variants.prices"
    )
    const vs = await get(
      `/products/${pid}/variants?fields=*options,*inventory_items,*inventory_items.inventory,*inventory_items.inventory.location_levels`
    )
    const v = vs.variants[0]
    await post(`/products/${pid}/variants/${v.id}`, {
      title: "S!",
      prices: [{ id: v.prices?.[0]?.id, currency_code: "eur", amount: 14 }],
    })
    await post(`/products/${pid}/variants`, {
      title: "L",
      options: { Size: "S" },
      prices: [],
    })
    await post(`/products/${pid}`, {
      title: "Chain 2",
      images: [{ id: p.product.images[0].id, url: "http://x/y.png" }],
      variants: [{ id: v.id, title: "S?" }],
    })
    await get(`/products/${pid}/options`)
    await get(`/products/${pid}/variants/${v.id}`)
    await get(`/inventory-items`)
    const inv = await get(
      `/inventory-items?fields=*variants,*variants.product,*location_levels`
    )
    const iid = inv.inventory_items[0].id
    await post(`/inventory-items/location-levels/batch`, {
      create: inv.inventory_items.map((i: any) => ({
        inventory_item_id: i.id,
        location_id: id,
        stocked_quantity: 4,
      })),
    })
    const lev = await get(`/inventory-items/${iid}/location-levels`)
    await post(`/inventory-items/${iid}/location-levels/${id}`, {
      stocked_quantity: 9,
    })
    await post(`/inventory-items/${iid}/location-levels/batch`, {
      delete: [lev.inventory_levels?.[0]?.id],
    })
    await post(`/products/batch`, {
      create: [{ title: "New", options: [{ title: "A", values: ["b"] }] }],
      update: [{ id: pid, title: "C3", status: "draft" }],
      delete: [],
    })
    await post(`/products/${pid}/variants/batch`, {
      update: [{ id: v.id, title: "zz" }],
    })
    await post(`/products/${pid}/variants/${pa.variantId}`, { title: "zz" })
    await post(`/products`, { title: "zz", weight: 1e30 })
    await post(`/products`, { title: "zz", weight: 1.5 })
    for (const r of [
      "stores",
      "regions",
      "currencies",
      "sales-channels",
      "price-preferences",
      "fulfillment-providers",
      "fulfillment-providers/manual_manual/options",
      "product-categories",
      "product-collections",
      "product-tags",
      "product-types",
      "currencies/eur",
      "currencies?order=code&q=eu",
      "regions/" + world.regionId,
    ])
      await get("/" + r)
    console.log(
      (await app.api.delete("/vendor/products/" + pid, member.as)).data
    )
    await get(`/inventory-items`)
  })
})
