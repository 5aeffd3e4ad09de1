import { Modules } from "@medusajs/framework/utils"
import type { App } from "../app"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"

/** What the search palette asks for on every page, and again with `q`. */
const palette: [path: string, key: string, fields?: string][] = [
  ["products", "products", "id,title,thumbnail"],
  ["product-categories", "product_categories", "id,name"],
  ["product-collections", "product_collections", "id,title"],
  ["inventory-items", "inventory_items", "id,title,sku"],
  ["members", "members", "id,email,first_name,last_name"],
  ["regions", "regions", "id,name"],
  ["product-types", "product_types", "id,value"],
  ["product-tags", "product_tags", "id,value"],
  ["sales-channels", "sales_channels"],
  ["stock-locations", "stock_locations"],
  ["shipping-profiles", "shipping_profiles"],
]

export const reference = (app: App) => {
  let world: World
  let bob: Panel

  beforeAll(async () => {
    world = await createWorld(app)
    bob = panel(world, (await newSeller(world, "Bob")).client.as)
    const products = world.container.resolve(Modules.PRODUCT)
    const [root] = await products.createProductCategories([
      { name: "Bikes", is_active: false, is_internal: true },
    ])
    await products.createProductCategories([
      { name: "Chains", parent_category_id: root?.id },
    ])
    await products.createProductTags([{ value: "steel" }])
    await products.createProductTypes([{ value: "part" }])
    await products.createProductCollections([{ title: "Summer" }])
  })

  it("answers what the operator has set up", async () => {
    const { stores } = await bob.get("/vendor/stores", {
      fields: "+supported_currencies",
    })
    expect(stores[0]).toMatchObject({
      id: expect.any(String),
      name: expect.any(String),
      supported_currencies: expect.any(Array),
    })
    for (const key of ["sales_channel", "region", "location"]) {
      expect(stores[0]).toHaveProperty(`default_${key}_id`)
    }
    const { regions } = await bob.get("/vendor/regions", {
      limit: 9999,
      fields: "id,name,currency_code",
    })
    expect(regions).toEqual([
      { id: world.regionId, name: "Germany", currency_code: "eur" },
    ])
    expect(
      (await bob.get(`/vendor/regions/${world.regionId}`)).region
    ).toMatchObject({ countries: [{ iso_2: "de" }] })
    const channels = await bob.get("/vendor/sales-channels")
    expect(channels.sales_channels.at(-1)).toMatchObject({
      id: expect.any(String),
      name: expect.any(String),
    })
    const one = await bob.get("/vendor/sales-channels", {
      limit: 1,
      fields: "id",
    })
    expect(one).toMatchObject({ count: channels.count, limit: 1 })
    expect(
      (await bob.get("/vendor/price-preferences")).price_preferences
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          attribute: "currency_code",
          value: "eur",
          is_tax_inclusive: expect.any(Boolean),
        }),
      ])
    )
    const currencies = await bob.send("GET", "/store/currencies", {})
    expect(currencies.status).toBe(400)
  })

  it("shows categories as a tree, with the hidden ones", async () => {
    const roots = await bob.get("/vendor/product-categories", {
      parent_category_id: "null",
      include_descendants_tree: true,
      limit: 9999,
      fields: "id,name,category_children,handle,is_internal,is_active",
    })
    expect(roots).toMatchObject({
      count: 1,
      product_categories: [
        {
          name: "Bikes",
          is_active: false,
          is_internal: true,
          category_children: [{ name: "Chains" }],
        },
      ],
    })
    const [{ id }] = roots.product_categories
    const { product_category } = await bob.get(
      `/vendor/product-categories/${id}`
    )
    expect(product_category).toMatchObject({
      name: "Bikes",
      is_active: false,
      is_internal: true,
      parent_category: null,
      category_children: [{ name: "Chains" }],
    })
    expect(
      (await bob.get("/vendor/product-categories", { q: "cha" })).count
    ).toBe(1)
  })

  it("filters tags, types and collections by text and date", async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    for (const [path, key, q] of [
      ["product-tags", "product_tags", "ste"],
      ["product-types", "product_types", "par"],
      ["product-collections", "product_collections", "sum"],
    ] as const) {
      const at = `/vendor/${path}`
      const found = await bob.get(at, { q, created_at: { $lt: tomorrow } })
      expect(found.count).toBe(1)
      expect((await bob.get(at, { q: "none" })).count).toBe(0)
      expect(
        (await bob.get(at, { updated_at: { $gte: tomorrow } })).count
      ).toBe(0)
      const id = found[key][0].id
      expect(await bob.get(`${at}/${id}`)).toMatchObject({
        [key.slice(0, -1)]: { id },
      })
    }
  })

  it("lets the palette search everything", async () => {
    for (const [path, key, fields] of palette)
      for (const q of [undefined, "bob"]) {
        const answer = await bob.get(`/vendor/${path}`, { q, limit: 3, fields })
        expect(answer[key]).toEqual(expect.any(Array))
        expect(answer.count).toEqual(expect.any(Number))
        expect(answer.limit).toBe(3)
      }
  })
}
