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

  it("fills a cart and empties it again with the bodies of the storefront", async () => {
    const { api, store, regionId } = world
    const cartId = await readyCart(
      world,
      [{ variantId: bolt.variantId, quantity: 1 }],
      [bob.shippingOptionId]
    )
    const at = `/store/carts/${cartId}`
    const send = async (method: string, path: string, data?: object) => {
      const res = await api.request({ ...store, method, url: path, data })
      expect({ path, data: res.data, status: res.status }).toMatchObject({
        ...{ path, status: 200 },
      })
      return res.data
    }
    const addressed = await send("POST", at, {
      email: "clara@example.com",
      shipping_address: {
        ...{ first_name: "Clara", last_name: "Braun", city: "Berlin" },
        ...{ address_1: "Lindenweg 4", address_2: "", country_code: "de" },
        ...{ postal_code: "10115", company: "", province: "", phone: "" },
      },
    })
    expect(addressed.cart.shipping_address).toMatchObject({ company: "" })
    const unknown = await api.post(at, { promo_codes: ["NONE"] }, store)
    expect([unknown.status, unknown.data.message]).toEqual([
      400,
      expect.any(String),
    ])
    const { status } = await api.post(
      "/admin/promotions",
      {
        ...{ code: "TEN", type: "standard", status: "active" },
        application_method: {
          ...{ type: "percentage", target_type: "items", value: 10 },
          allocation: "across",
        },
      },
      world.admin
    )
    expect(status).toBe(200)
    const applied = await send("POST", at, { promo_codes: ["TEN"] })
    expect(applied.cart).toMatchObject({ promotions: [{ code: "TEN" }] })
    const full = await send("DELETE", `${at}/promotions`, {
      promo_codes: ["TEN"],
    })
    expect(full.cart).toMatchObject({ promotions: [], discount_total: 0 })
    const added = await send("POST", `${at}/line-items`, {
      ...{ variant_id: bolt.variantId, quantity: 2 },
    })
    const [line] = added.cart.items
    expect(line.quantity).toBe(3)
    const { shipping_methods } = (
      await get(`carts/${cartId}?fields=+shipping_methods.id`)
    ).cart
    const without = await send("DELETE", `${at}/shipping-methods`, {
      shipping_method_ids: [shipping_methods[0].id],
    })
    expect(without.cart.shipping_methods).toEqual([])
    const again = await send("POST", `${at}/shipping-methods`, {
      option_id: bob.shippingOptionId,
    })
    expect(again.cart.shipping_methods).toHaveLength(1)
    const fewer = await send("POST", `${at}/line-items/${line.id}`, {
      quantity: 1,
    })
    expect(fewer.cart.items[0].quantity).toBe(1)
    const tooMany = await api.post(
      `${at}/line-items/${line.id}`,
      { quantity: 1000 },
      store
    )
    expect([tooMany.status, tooMany.data.message]).toEqual([
      400,
      expect.any(String),
    ])
    await send("DELETE", `${at}/line-items/${line.id}`)
    const empty = await get(`carts/${cartId}?fields=*items,*shipping_methods`)
    expect(empty.cart).toMatchObject({ items: [], shipping_methods: [] })
    const { payment_providers } = await get(
      `payment-providers?region_id=${regionId}`
    )
    expect(payment_providers).toContainEqual(
      expect.objectContaining({ id: "pp_system_default" })
    )
  })

  it("reads menus, collections and what a customer has", async () => {
    const menu = await get(
      "product-categories?fields=id,handle,name,rank,metadata,parent_category_id,description,*category_children&include_descendants_tree=true&include_ancestors_tree=true&limit=100"
    )
    expect(menu.product_categories).toEqual([])
    const lists = await get("collections?handle=none&fields=*products&limit=1")
    expect(lists.collections).toEqual([])
    expect((await get("returns", customer)).returns).toEqual([])
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
    expect((await get("order-set", customer)).count).toBe(1)
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
