import type { App } from "../../app"
import { chain, newSeller, openWarehouse } from "../../vendor-client"
import { createWorld } from "../../world"

/** What is not on sale is nobody's business. */
export const drafts = (app: App) => {
  it("shows a draft to its own seller and to nobody else, wherever one looks", async () => {
    const world = await createWorld(app)
    const { stores } = (await world.api.get("/admin/stores", world.admin)).data
    await world.api.post(
      `/admin/stores/${stores[0].id}`,
      { default_sales_channel_id: world.salesChannelId },
      world.admin
    )
    const bob = await newSeller(world, "Bob")
    const alice = await newSeller(world, "Alice")
    await openWarehouse(world, alice.client, "Berlin")
    const draft = await alice.client.post("/products", {
      ...chain("draft"),
      title: "Secret chain",
      status: "draft",
    })
    const { id, handle, variants } = draft.product
    expect((await alice.client.get("/products?status[]=draft")).count).toBe(1)
    const store = async (path: string) => {
      const { status, data } = await world.api.get(`/store${path}`, world.store)
      return { path, status, seen: JSON.stringify(data).includes(id) }
    }
    const lists = [
      "/products",
      `/products?id[]=${id}`,
      `/products?handle=${handle}`,
      "/products?q=secret",
      `/products?fields=*seller,*seller.products`,
      `/seller/${alice.seller.handle}?fields=*products`,
      "/product-variants?fields=*product",
    ]
    for (const path of lists) {
      expect(await store(path)).toEqual({ path, status: 200, seen: false })
    }
    for (const path of [
      `/products/${id}`,
      `/products/${id}/reviews`,
      `/product-variants/${variants[0].id}`,
    ]) {
      expect((await store(path)).status).toBe(404)
    }
    for (const path of ["/products", "/products?q=secret&status[]=draft"]) {
      expect((await bob.client.get(path)).count).toBe(0)
    }
    const cart = await world.api.post(
      "/store/carts",
      {
        region_id: world.regionId,
        items: [{ variant_id: variants[0].id, quantity: 1 }],
      },
      world.store
    )
    expect(cart.status).toBeGreaterThanOrEqual(400)
    expect(cart.status).toBeLessThan(500)
    // It was the status alone that hid it.
    await alice.client.post(`/products/${id}`, { status: "published" })
    for (const path of lists) {
      expect((await store(path)).status).toBe(200)
    }
    expect((await store("/products?q=secret")).seen).toBe(true)
    expect((await store(`/products/${id}`)).status).toBe(200)
  })
}
