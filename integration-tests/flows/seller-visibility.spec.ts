import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplaceApp } from "../app"
import { createProduct, createSeller, createWorld, readyCart } from "../world"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import { refreshStorefrontVisibilityWorkflow } from "../../src/workflows/seller/refresh-storefront-visibility"

marketplaceApp((app) => {
  it("hides 5,000 products of a seller with one statement and brings each back as it was", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const alice = await createSeller(world, "Alice's Wares")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const mug = await createProduct(world, alice, { title: "Mug", price: 20 })
    const db = world.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await db.raw(`insert into product (id, title, handle, status)
      select 'prod_b' || n, 'Bulk ' || n, 'bulk-' || n,
        case when n % 3 = 0 then 'draft' else 'published' end
      from generate_series(1, 5000) n`)
    await db.raw(
      `insert into marketplace_product_seller (id, product_id, seller_id)
       select 'bulk_' || n, 'prod_b' || n, ? from generate_series(1, 5000) n`,
      [bob.id]
    )
    const statuses = async () =>
      (await db.raw("select id, status from product order by id")).rows
    const before = await statuses()
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    const setStatus = (status: "active" | "suspended") =>
      sellers.updateSellers({ id: bob.id, status })
    const refresh = async () => {
      const seen: string[] = []
      const note = ({ sql }: { sql: string }) =>
        /marketplace_product_seller/.test(sql) && seen.push(sql)
      db.on("query", note)
      const { result } = await refreshStorefrontVisibilityWorkflow(
        world.container
      ).run({ input: { seller_id: bob.id } })
      db.removeListener("query", note)
      return { moved: result.length, statements: seen.length }
    }

    await setStatus("suspended")
    expect(await refresh()).toEqual({ moved: 5001, statements: 1 })
    expect((await refresh()).moved).toBe(0)
    const hidden = await app.api.get("/store/products?limit=100", world.store)
    expect(hidden.data.products.map((p: { id: string }) => p.id)).toEqual([
      mug.id,
    ])
    const page = await app.api.get(`/store/seller/${bob.handle}`, world.store)
    expect(page.status).toBe(404)

    const late = await createProduct(world, bob, { title: "Late", price: 1 })
    expect((await refresh()).moved).toBe(1)
    await setStatus("active")
    expect((await refresh()).moved).toBe(5002)
    expect(
      (await statuses()).filter((row: { id: string }) => row.id !== late.id)
    ).toEqual(before)
    const back = await app.api.get(`/store/products/${bolt.id}`, world.store)
    expect(back.status).toBe(200)
  })

  it("refuses to sell a suspended seller's goods and names the product", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const line = { variantId: bolt.variantId, quantity: 1 }
    const cartId = await readyCart(world, [line], [bob.shippingOptionId])
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    await sellers.updateSellers({ id: bob.id, status: "suspended" })
    const added = await app.api.post(
      `/store/carts/${cartId}/line-items`,
      { variant_id: bolt.variantId, quantity: 1 },
      world.store
    )
    expect(added.status).toBe(400)
    expect(added.data.message).toContain('"Bolt" cannot be bought')
    const cart = await app.api.get(`/store/carts/${cartId}`, world.store)
    expect(cart.data.cart.items[0].quantity).toBe(1)
    const options = await app.api.get(
      `/store/shipping-options?cart_id=${cartId}`,
      world.store
    )
    expect(options.data.shipping_options).toEqual([])
  })

  it("follows a vacation window by itself", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    const hour = 3_600_000
    const seenWith = async (from: number, until: number | null) => {
      await sellers.updateSellers({
        id: bob.id,
        vacation_from: new Date(Date.now() + from * hour),
        vacation_until:
          until === null ? null : new Date(Date.now() + until * hour),
      })
      await new Promise((resolve) => setTimeout(resolve, 1100))
      const product = await app.api.get(
        `/store/products/${bolt.id}`,
        world.store
      )
      const page = await app.api.get(`/store/seller/${bob.handle}`, world.store)
      return [product.status, page.status]
    }
    expect(await seenWith(1, 2)).toEqual([200, 200])
    expect(await seenWith(-1, 2)).toEqual([404, 404])
    expect(await seenWith(-2, -1)).toEqual([200, 200])
    expect(await seenWith(-1, null)).toEqual([404, 404])
  })

  it("shows the public seller, and nothing else of it, on Medusa's own routes", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const line = { variantId: bolt.variantId, quantity: 1 }
    const cartId = await readyCart(world, [line], [bob.shippingOptionId])
    const expected = expect.objectContaining({
      id: bob.id,
      name: "Bob's Parts",
      handle: bob.handle,
      store_status: "ACTIVE",
      reviews: [],
    })
    const fields =
      "*seller,*seller.products,*seller.products.variants,*seller.reviews.customer,*seller.orders,seller.members.email,*attribute_values.attribute"
    const products = await app.api.get(
      `/store/products?region_id=${world.regionId}&country_code=de&fields=${fields}`,
      world.store
    )
    expect(products.status).toBe(200)
    const { seller } = products.data.products[0]
    expect(seller).toEqual(expected)
    expect(seller).not.toHaveProperty("status")
    expect(seller).not.toHaveProperty("orders")
    expect(seller).not.toHaveProperty("members")
    const cart = await app.api.get(
      `/store/carts/${cartId}?fields=*items.product.seller`,
      world.store
    )
    expect(cart.data.cart.items[0].product.seller).toEqual(expected)
    const done = await app.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    const order = await app.api.get(
      `/store/orders/${done.data.order.id}?fields=*items.product.seller`,
      world.store
    )
    expect(order.status).toBe(200)
    const list = await app.api.get("/store/seller?limit=5", world.store)
    expect(list.data).toMatchObject({ count: 1, sellers: [expected] })
    const unknown = await app.api.get("/store/seller/nobody", world.store)
    expect(unknown.status).toBe(404)
  })
})
