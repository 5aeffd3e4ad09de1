import type { App } from "../app"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
  type ProductFixture,
  type SellerFixture,
  type World,
} from "../world"

export const storefront = (app: App) => {
  let world: World
  let bob: SellerFixture
  let bolt: ProductFixture
  let customer: { headers: Record<string, string> }

  beforeAll(async () => {
    world = await createWorld(app)
    bob = await createSeller(world, "Bob's Parts")
    bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const credentials = { email: "clara@example.com", password: "clara-1" }
    const { api, store } = world
    const path = "/auth/customer/emailpass"
    const bearer = (token: string) => ({
      headers: { ...store.headers, authorization: `Bearer ${token}` } as Record<
        string,
        string
      >,
    })
    const { data } = await api.post(`${path}/register`, credentials)
    await api.post(
      "/store/customers",
      { email: credentials.email },
      bearer(data.token)
    )
    customer = bearer((await api.post(path, credentials)).data.token)
  })

  const get = async (path: string, as = world.store) => {
    const { status, data } = await world.api.get(`/store/${path}`, as)
    expect({ path, status, data }).toEqual({ path, status: 200, data })
    return data
  }

  it("lists products with their seller, its reviews as a list, and nothing private", async () => {
    const { regionId } = world
    const { products } = await get(
      `products?country_code=de&region_id=${regionId}&limit=12&order=created_at&fields=*variants.calculated_price,+variants.inventory_quantity,*seller,*variants,*seller.products,*seller.reviews,*seller.reviews.customer,*seller.reviews.seller,*seller.products.variants,*attribute_values,*attribute_values.attribute`
    )
    expect(products).toMatchObject([
      {
        id: bolt.id,
        seller: {
          id: bob.id,
          handle: bob.handle,
          store_status: "ACTIVE",
          reviews: [],
        },
        variants: [
          {
            inventory_quantity: 100,
            calculated_price: { calculated_amount: 10, currency_code: "eur" },
          },
        ],
      },
    ])
    for (const secret of [
      "members",
      "profile",
      "products",
      "tax_id",
      "email",
    ]) {
      expect(products[0].seller).not.toHaveProperty(secret)
    }
  })

  it("shows a seller's page, and 404 for none", async () => {
    const { seller } = await get(
      `seller/${bob.handle}?fields=+created_at,+email,+reviews.seller.name,+reviews.rating,+reviews.customer.first_name`
    )
    expect(seller).toMatchObject({
      id: bob.id,
      name: "Bob's Parts",
      created_at: expect.any(String),
      store_status: "ACTIVE",
      reviews: [],
    })
    const { status } = await world.api.get("/store/seller/none", world.store)
    expect(status).toBe(404)
    expect((await get("seller")).count).toBe(1)
  })

  it("sells: options per seller that stay, methods, one set, and the orders of it", async () => {
    const { api, store } = world
    const cartId = await readyCart(
      world,
      [{ variantId: bolt.variantId, quantity: 1 }],
      [bob.shippingOptionId]
    )
    const blanks =
      "*items,*region, *items.product, *items.variant, *items.variant.options, items.variant.options.option.title,*items.thumbnail, *items.metadata, +items.total, *promotions, +shipping_methods.name, *items.product.seller"
    const { cart } = await get(`carts/${cartId}?fields=${encodeURI(blanks)}`)
    expect(cart).toMatchObject({
      items: [{ product: { seller: { id: bob.id, name: "Bob's Parts" } } }],
      total: expect.any(Number),
      shipping_methods: [{ shipping_option_id: bob.shippingOptionId }],
    })
    const { shipping_options } = await get(
      `shipping-options?cart_id=${cartId}&fields=+service_zone.fulfllment_set.type,*service_zone.fulfillment_set.location.address`
    )
    expect(shipping_options).toMatchObject([
      {
        id: bob.shippingOptionId,
        amount: 5,
        seller_id: bob.id,
        seller_name: "Bob's Parts",
      },
    ])
    await api.post(`/store/carts/${cartId}/customer`, {}, customer)
    const done = await api.post(`/store/carts/${cartId}/complete`, {}, store)
    expect(done.data.order_set.orders).toHaveLength(1)
    const [order] = done.data.order_set.orders
    const twice = await api.post(`/store/carts/${cartId}/complete`, {}, store)
    expect(twice.data.order_set.id).toBe(done.data.order_set.id)
    const one = await get(
      `orders/${order.id}?fields=*payment_collections.payments,*items,*items.metadata,*items.variant,*items.product,*seller,*order_set`
    )
    expect(one.order).toMatchObject({
      seller: { id: bob.id },
      order_set: { id: done.data.order_set.id, display_id: expect.any(Number) },
      payment_collections: [{ payments: [{ amount: expect.any(Number) }] }],
    })
    const { orders } = await get(
      "orders?limit=10&offset=0&order=-created_at&fields=*items,+items.metadata,*items.variant,*items.product,*seller,*reviews,*order_set,shipping_total,total,created_at",
      customer
    )
    expect(orders).toMatchObject([
      {
        id: order.id,
        seller: { id: bob.id },
        reviews: [],
        order_set: { id: done.data.order_set.id },
      },
    ])
    const set = await get(`order-set/${done.data.order_set.id}`, customer)
    expect(set.order_set).toMatchObject({
      payment_collection: { currency_code: "eur" },
      orders: [{ items: [{ variant: { product: { handle: "bolt" } } }] }],
    })
    for (const path of ["order-set", `order-set/${done.data.order_set.id}`]) {
      const { status } = await api.get(`/store/${path}`, store)
      expect({ path, refused: [401, 404].includes(status) }).toEqual({
        path,
        refused: true,
      })
    }
  })
}
