import { Modules } from "@medusajs/framework/utils"
import type { App } from "../../app"
import { chainIn } from "../../flows/requests/products"
import { counts } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld, type World } from "../../world"

const picture = (name: string) => `https://img.example.com/${name}.png`

export const details = (app: App) => {
  let world: World
  let category: string
  let collection: string

  beforeAll(async () => {
    world = await createWorld(app)
    const products = world.container.resolve(Modules.PRODUCT)
    const [bikes] = await products.createProductCategories([
      { name: "Bikes", is_active: true },
    ])
    const [summer] = await products.createProductCollections([
      { title: "Summer" },
    ])
    category = bikes?.id ?? ""
    collection = summer?.id ?? ""
  })

  it.each([
    ["product-categories", "product_category", "category_detail"],
    ["collections", "collection", "collection_detail"],
  ])("%s have pictures and a rank", async (path, key, detail) => {
    const { api, admin, store } = world
    const bob = await newSeller(world, "Bob")
    const id = key === "collection" ? collection : category
    const at = `/admin/${path}/${id}/details`
    const none = await api.get(at, admin)
    expect(none.data).toMatchObject({
      [key]: { id },
      thumbnail_id: null,
      icon_id: null,
      banner_id: null,
      rank: null,
      media: [],
    })
    const first = await api.post(
      at,
      {
        media: { create: [{ url: picture("a"), alt_text: "A" }] },
        thumbnail: picture("t"),
        rank: 3,
      },
      admin
    )
    expect(first.status).toBe(200)
    const { media, thumbnail_id } = first.data
    expect(media).toHaveLength(2)
    const [a, t] = ["a", "t"].map((name) =>
      media.find(({ url }: { url: string }) => url === picture(name))
    )
    expect(a).toMatchObject({ alt_text: "A" })
    expect(thumbnail_id).toBe(t.id)
    expect(first.data[key][detail]).toMatchObject({ rank: 3, thumbnail_id })
    const second = await api.post(
      at,
      { icon: a.id, media: { delete: [t.id] } },
      admin
    )
    expect(second.data).toMatchObject({
      thumbnail_id: null,
      icon_id: a.id,
      rank: 3,
      media: [{ id: a.id }],
    })
    for (const body of [
      { icon: "detmed_none" },
      { media: { delete: ["detmed_none"] } },
      { media: { create: [{ url: "javascript:alert(1)" }] } },
      { rank: -1 },
      { unknown: 1 },
    ]) {
      const { status } = await api.post(at, body, admin)
      expect([body, status]).toEqual([body, 400])
    }
    expect(
      (await api.post(`/admin/${path}/none/details`, { rank: 1 }, admin)).status
    ).toBe(404)
    const shown = { icon_id: a.id, media: [{ url: picture("a") }] }
    const vendors =
      key === "collection" ? "product-collections" : "product-categories"
    const name = vendors.replace("-", "_")
    const read = await bob.client.get(`/${vendors}`)
    expect(read[name]).toMatchObject([{ id, [detail]: shown }])
    const shoppers = await api.get(`/store/${path}`, store)
    expect(shoppers.data[path.replace("-", "_")]).toMatchObject([
      { id, [detail]: shown },
    ])
    const one = await api.get(`/store/${path}/${id}?fields=id`, store)
    expect(one.data[key]).toMatchObject({ id, [detail]: shown })
  })

  it("come with an accepted request, and leave with one whose effect fails", async () => {
    const { api, admin } = world
    const bob = await newSeller(world, "Bob")
    const { request } = await bob.client.post("/requests", {
      request: {
        type: "product_category",
        data: {
          name: "Gravel",
          details: { icon: picture("icon"), banner: "", thumbnail: null },
        },
      },
    })
    const accepted = await decide(world, request.id, "accepted")
    const { id } = accepted.data.createdResource
    const { data } = await api.get(
      `/admin/product-categories/${id}/details`,
      admin
    )
    expect(data).toMatchObject({
      product_category: { name: "Gravel" },
      media: [{ url: picture("icon") }],
      icon_id: data.media[0].id,
      banner_id: null,
    })
    expect(await counts(app, ["category_detail", "detail_media"])).toEqual({
      category_detail: 1,
      detail_media: 1,
    })
  })

  it("a product is found under secondary categories, which wait with the rest of a change", async () => {
    const { api, admin } = world
    const bob = await newSeller(world, "Bob")
    const products = world.container.resolve(Modules.PRODUCT)
    const [gifts] = await products.createProductCategories([{ name: "Gifts" }])
    const second = (...ids: string[]) => ({
      additional_data: { secondary_categories: ids.map((id) => ({ id })) },
    })
    const { product } = await bob.client.post("/products", {
      ...chainIn(world, "second"),
      ...second(category, gifts?.id ?? ""),
    })
    const names = (row: { secondary_categories: { name: string }[] }) =>
      row.secondary_categories.map(({ name }) => name).sort()
    expect(names(product)).toEqual(["Bikes", "Gifts"])
    const path = `/products/${product.id}`
    const fewer = await bob.client.post(path, second(category))
    expect(names(fewer.product)).toEqual(["Bikes"])
    const kept = await bob.client.post(path, { title: "Kept" })
    expect(names(kept.product)).toEqual(["Bikes"])
    const unknown = await api.post(
      `/vendor${path}`,
      second("pcat_none"),
      bob.client.as
    )
    expect([unknown.status, unknown.data.message]).toEqual([
      400,
      expect.stringContaining("pcat_none"),
    ])
    await api.post(
      "/admin/configuration",
      { rule_type: "require_product_approval", is_enabled: true },
      admin
    )
    const asked = await bob.client.post(path, second(gifts?.id ?? ""))
    expect(names(asked.product)).toEqual(["Bikes"])
    expect(asked.requests[0].diff).toEqual({
      secondary_categories: { from: [category], to: [gifts?.id] },
    })
    await decide(world, asked.requests[0].id, "accepted")
    expect(names((await bob.client.get(path)).product)).toEqual(["Gifts"])
  })
}
