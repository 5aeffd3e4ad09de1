import { Modules } from "@medusajs/framework/utils"
import type { App } from "../app"
import { registerCustomer } from "../customers"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"
import { wizardForm } from "./wizard-form"

/** Taxonomy, its requests, details, configuration, wishlist: what panels and storefronts send and read. */
export const catalogue = (app: App) => {
  let world: World
  let bob: Panel
  let admin: Panel
  let category: string

  beforeAll(async () => {
    world = await createWorld(app)
    bob = panel(world, (await newSeller(world, "Bob")).client.as)
    admin = panel(world, world.admin)
    const [made] = await world.container
      .resolve(Modules.PRODUCT)
      .createProductCategories([{ name: "Bikes", is_active: true }])
    category = made?.id ?? ""
  })

  it("taxonomy: what sellers ask for is edited while it waits, and scanned as one list", async () => {
    const ask = async (type: string, data: object) => {
      const { status, data: body } = await bob.send(
        "POST",
        "/vendor/requests",
        {
          body: { request: { type, data } },
        }
      )
      expect({ status, body }).toMatchObject({ status: 201 })
      return body.request
    }
    const wanted = await ask("product_category", {
      name: "Gravel",
      handle: "gravel",
      description: "",
      is_active: "active",
      is_internal: true,
      parent_category_id: null,
      rank: 1,
      details: {
        icon: null,
        banner: "",
        thumbnail: "https://img.example.com/g.png",
      },
    })
    const collection = await ask("product_collection", {
      title: "Autumn",
      handle: "",
      details: { icon: null, banner: null, thumbnail: null, rank: 2 },
    })
    await ask("product_type", { value: "Frame", metadata: {} })
    await ask("product_tag", { value: "steel" })
    const path = `/vendor/requests/${wanted.id}`
    const edited = await bob.post(path, {
      request: {
        type: "product_category",
        data: { name: "Gravel bikes", handle: "gravel-bikes" },
      },
    })
    expect(edited.request.data).toMatchObject({
      name: "Gravel bikes",
      handle: "gravel-bikes",
      details: { thumbnail: "https://img.example.com/g.png" },
    })
    const hub = await bob.get("/vendor/requests", { fields: "+review" })
    expect(hub.count).toBe(4)
    for (const request of hub.requests) {
      expect(request).toMatchObject({
        id: expect.any(String),
        type: expect.stringMatching(/^product_/),
        data: expect.any(Object),
        submitter_id: expect.any(String),
        reviewer_id: null,
        reviewer_note: null,
        status: "pending",
        created_at: expect.any(String),
        updated_at: expect.any(String),
      })
    }
    const tags = await bob.get("/vendor/requests", {
      type: "product_tag",
      status: "pending",
    })
    expect(tags.count).toBe(1)
    expect((await bob.get(path, { fields: "*" })).request.data.name).toBe(
      "Gravel bikes"
    )
    const queue = await admin.get("/admin/requests", {
      offset: 0,
      limit: 20,
      type: "product_collection",
      status: "pending",
    })
    expect(queue.requests).toMatchObject([
      { id: collection.id, seller: { name: "Bob" }, data: { title: "Autumn" } },
    ])
    for (const { id } of hub.requests) {
      const decided = await admin.post(`/admin/requests/${id}`, {
        reviewer_note: "",
        status: "accepted",
      })
      expect(decided).toMatchObject({ id, status: "accepted" })
    }
    const again = await bob.send("POST", path, {
      body: { request: { type: "product_category", data: { name: "No" } } },
    })
    expect(again.status).toBe(400)
    const { product_categories } = await bob.get("/vendor/product-categories", {
      q: "Gravel bikes",
    })
    expect(product_categories).toMatchObject([
      {
        handle: "gravel-bikes",
        category_detail: {
          media: [{ url: "https://img.example.com/g.png" }],
        },
      },
    ])
    const { product_collections } = await bob.get(
      "/vendor/product-collections",
      { q: "Autumn", fields: "*products" }
    )
    expect(product_collections).toMatchObject([
      { handle: "autumn", collection_detail: { rank: 2 } },
    ])
  })

  it("collections: with the seller's own products, and nobody else's", async () => {
    const [summer] = await world.container
      .resolve(Modules.PRODUCT)
      .createProductCollections([{ title: "Summer" }])
    const form = {
      ...wizardForm("Wheel", world.salesChannelId),
      collection_id: summer?.id,
    }
    const alice = panel(world, (await newSeller(world, "Alice")).client.as)
    const { product } = await bob.post("/vendor/products", form)
    await alice.post("/vendor/products", form)
    const path = "/vendor/product-collections"
    const list = await bob.get(path, { fields: "*products" })
    expect(list.product_collections).toMatchObject([
      { title: "Summer", products: [{ id: product.id }] },
    ])
    expect(list.product_collections[0].products).toHaveLength(1)
    const one = await alice.get(`${path}/${summer?.id}`, {
      fields: "*products",
    })
    expect(one.product_collection.products).toMatchObject([{ title: "Wheel" }])
    expect(one.product_collection.products[0].id).not.toBe(product.id)
  })

  it("configuration: a switch without a row, then with one", async () => {
    const empty = await admin.get("/admin/configuration")
    expect(empty).toMatchObject({ configuration_rules: [], count: 0 })
    const made = await admin.send("POST", "/admin/configuration", {
      body: { rule_type: "product_request_enabled", is_enabled: false },
    })
    expect(made).toMatchObject({
      status: 201,
      data: {
        configuration_rule: {
          id: expect.any(String),
          rule_type: "product_request_enabled",
          is_enabled: false,
        },
      },
    })
    const { id } = made.data.configuration_rule
    expect(
      (await bob.get("/vendor/configuration")).configuration_rules
    ).toMatchObject({
      global_product_catalog: false,
      require_product_approval: false,
      product_request_enabled: false,
      product_import_enabled: true,
    })
    const form = wizardForm("Closed", world.salesChannelId)
    const closed = await bob.send("POST", "/vendor/products", { body: form })
    expect(closed.status).toBe(403)
    const on = await admin.post(`/admin/configuration/${id}`, {
      is_enabled: true,
    })
    expect(on.configuration_rule).toMatchObject({ id, is_enabled: true })
    await bob.post("/vendor/products", form)
    await admin.post("/admin/configuration", {
      rule_type: "global_product_catalog",
      is_enabled: true,
    })
    const shared = await bob.send("POST", "/vendor/products", {
      body: wizardForm("Shared", world.salesChannelId),
    })
    expect(shared.status).toBe(403)
  })

  it("details and wishlist: what a storefront reads and toggles", async () => {
    const at = `/admin/product-categories/${category}/details`
    const saved = await admin.post(at, {
      media: { create: [{ url: "https://img.example.com/b.png" }], delete: [] },
      thumbnail: null,
      icon: "",
      banner: "https://img.example.com/b.png",
      rank: 1,
    })
    expect(await admin.get(at)).toEqual(saved)
    expect(saved).toMatchObject({
      product_category: { id: category },
      banner_id: saved.media[0].id,
      rank: 1,
    })
    const { product } = await bob.post(
      "/vendor/products",
      wizardForm("Wheel", world.salesChannelId)
    )
    const { as } = await registerCustomer(world, "clara@example.com")
    const shopper = async (method: string, url: string, body?: unknown) => {
      const { status, data } = await world.api.request({
        ...as,
        method,
        url,
        data: body,
      })
      return { status, data }
    }
    const list = `/store/wishlist?region_id=${world.regionId}&country_code=de&fields=+variants.calculated_price.*,+variants.currency_code`
    expect((await shopper("GET", list)).data).toMatchObject({
      products: [],
      count: 0,
    })
    const kept = { reference: "product", reference_id: product.id }
    const first = await shopper("POST", "/store/wishlist", kept)
    expect(first.status).toBe(201)
    expect((await shopper("POST", "/store/wishlist", kept)).data).toEqual(
      first.data
    )
    expect((await shopper("GET", list)).data).toMatchObject({
      count: 1,
      products: [
        {
          id: product.id,
          title: "Wheel",
          handle: "wheel",
          thumbnail: expect.any(String),
          variants: [{ calculated_price: { calculated_amount: 20 } }],
        },
      ],
    })
    const gone = await shopper(
      "DELETE",
      `/store/wishlist/product/${product.id}`
    )
    expect(gone).toMatchObject({
      status: 200,
      data: {
        reference_id: product.id,
        object: "wishlist",
        deleted: true,
      },
    })
  })
}
