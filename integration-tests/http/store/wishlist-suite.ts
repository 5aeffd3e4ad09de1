import type { App } from "../../app"
import { registerCustomer } from "../../customers"
import { rows } from "../../rows"
import {
  createProduct,
  createSeller,
  createWorld,
  type SellerFixture,
  type World,
} from "../../world"
import { changeSellerStatusWorkflow } from "../../../src/workflows/seller/change-seller-status"

export const wishlist = (app: App) => {
  let world: World
  let bob: SellerFixture

  beforeAll(async () => {
    world = await createWorld(app)
    bob = await createSeller(world, "Bob")
  })

  const bearer = async (email: string) => {
    const { as, id } = await registerCustomer(world, email)
    const { api } = world
    return {
      as,
      id,
      keep: (reference_id: string, more: object = {}) =>
        api.post(
          "/store/wishlist",
          { reference: "product", reference_id, ...more },
          as
        ),
      list: async (query = "") => {
        const { status, data } = await api.get(`/store/wishlist${query}`, as)
        expect({ status, data }).toEqual({ status: 200, data })
        return data
      },
      drop: (id: string) => api.delete(`/store/wishlist/product/${id}`, as),
    }
  }

  const idsOf = ({ products }: { products: { id: string }[] }) =>
    products.map(({ id }) => id)

  it("keeps a product once, with its price, and lets it go", async () => {
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const nut = await createProduct(world, bob, { title: "Nut", price: 2 })
    const clara = await bearer("clara@example.com")
    expect(await clara.list()).toEqual({
      products: [],
      count: 0,
      offset: 0,
      limit: 50,
    })
    const kept = await clara.keep(bolt.id)
    expect([kept.status, kept.data]).toEqual([
      201,
      {
        wishlist: {
          id: expect.stringMatching(/^wish_/),
          reference: "product",
          reference_id: bolt.id,
          created_at: expect.any(String),
        },
      },
    ])
    const again = await Promise.all(
      Array.from({ length: 10 }, () => clara.keep(bolt.id))
    )
    expect(again.map(({ data }) => data.wishlist.id)).toEqual(
      Array(10).fill(kept.data.wishlist.id)
    )
    const parallel = await Promise.all(
      Array.from({ length: 10 }, () => clara.keep(nut.id))
    )
    expect(parallel.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(
      await rows(
        app,
        "select product_id from wishlist_item order by product_id"
      )
    ).toEqual([bolt.id, nut.id].sort().map((product_id) => ({ product_id })))
    const list = await clara.list(
      `?region_id=${world.regionId}&country_code=de&fields=+variants.calculated_price.*,+variants.currency_code`
    )
    expect(list).toMatchObject({
      count: 2,
      products: [
        {
          id: nut.id,
          title: "Nut",
          handle: "nut",
          variants: [
            {
              calculated_price: {
                calculated_amount: 2,
                currency_code: "eur",
              },
            },
          ],
        },
        { id: bolt.id },
      ],
    })
    expect(await clara.list("?limit=1&offset=1&fields=id")).toMatchObject({
      count: 2,
      offset: 1,
      limit: 1,
      products: [{ id: bolt.id }],
    })
    const gone = await clara.drop(bolt.id)
    expect(gone.data).toEqual({
      id: kept.data.wishlist.id,
      reference_id: bolt.id,
      object: "wishlist",
      deleted: true,
    })
    expect((await clara.drop(bolt.id)).data).toMatchObject({ deleted: false })
    expect(idsOf(await clara.list())).toEqual([nut.id])
  })

  it("is one customer's own, and names only what shoppers see", async () => {
    const { api, admin, store } = world
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const clara = await bearer("clara@example.com")
    const eve = await bearer("eve@example.com")
    await clara.keep(bolt.id)
    expect(await eve.list()).toMatchObject({ count: 0, products: [] })
    expect((await eve.drop(bolt.id)).data.deleted).toBe(false)
    expect((await clara.list()).count).toBe(1)
    const anonymous = [
      await api.get("/store/wishlist", store),
      await api.post(
        "/store/wishlist",
        { reference: "product", reference_id: bolt.id },
        store
      ),
      await api.delete(`/store/wishlist/product/${bolt.id}`, store),
    ]
    expect(anonymous.map(({ status }) => status)).toEqual([401, 401, 401])
    for (const [body, status] of [
      [{ reference_id: "prod_none" }, 404],
      [{ reference: "seller" }, 400],
      [{ reference_id: "" }, 400],
      [{ customer_id: eve.id }, 400],
    ] as const) {
      expect([body, (await clara.keep(bolt.id, body)).status]).toEqual([
        body,
        status,
      ])
    }
    const draft = { status: "draft" }
    await api.post(`/admin/products/${bolt.id}`, draft, admin)
    expect((await eve.keep(bolt.id)).status).toBe(404)
    expect(await clara.list()).toMatchObject({ count: 0, products: [] })
    const published = { status: "published" }
    await api.post(`/admin/products/${bolt.id}`, published, admin)
    const status = (to: "suspended" | "active") =>
      changeSellerStatusWorkflow(world.container).run({
        input: {
          seller_id: bob.id,
          to,
          by: "operator",
          actor_id: "user_1",
          reason: "Test",
        },
      })
    await status("suspended")
    expect((await clara.list()).count).toBe(0)
    await status("active")
    expect(idsOf(await clara.list())).toEqual([bolt.id])
  })
}
