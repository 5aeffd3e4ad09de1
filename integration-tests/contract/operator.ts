import type { App } from "../app"
import { createProduct, createSeller, createWorld, readyCart } from "../world"
import { panel, type Panel } from "./panel"

const page = { offset: 0, limit: 20 }

/** The marketplace pages of the operator's panel: sellers, sets, commission, search. */
export const operatorsPages = (app: App) => {
  let operator: Panel
  let sellerId: string
  let orderId: string
  let setId: string

  beforeAll(async () => {
    const world = await createWorld(app)
    operator = panel(world, world.admin)
    const bob = await createSeller(world, "Bob")
    const alice = await createSeller(world, "Alice")
    const cartId = await readyCart(
      world,
      [
        await createProduct(world, bob, { title: "Bolt", price: 10 }),
        await createProduct(world, alice, { title: "Mug", price: 20 }),
      ].map(({ variantId }) => ({ variantId, quantity: 1 })),
      [bob.shippingOptionId, alice.shippingOptionId]
    )
    const { data } = await world.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    setId = data.order_set.id
    orderId = data.order_set.orders[0].id
    sellerId = bob.id
  })

  it("sellers: list, detail with its tabs, edit, suspend, invite", async () => {
    const list = await operator.get("/admin/sellers", {
      ...{ ...page, q: "bob", order: "-created_at" },
      fields: "id,email,name,created_at,store_status",
    })
    expect(list).toMatchObject({
      ...{ count: 1, ...page },
      sellers: [
        {
          ...{ id: sellerId, name: "Bob", store_status: "ACTIVE" },
          ...{ email: expect.any(String), created_at: expect.any(String) },
        },
      ],
    })
    const path = `/admin/sellers/${sellerId}`
    const { seller } = await operator.get(path, {
      fields:
        "id,email,name,created_at,store_status,description,handle,phone,address_line,city,country_code,postal_code,tax_id",
    })
    expect(seller).toMatchObject({ id: sellerId, handle: "bob", city: "" })
    const edited = await operator.post(path, {
      ...{ name: "Bob & Sons", email: "", phone: "", description: "" },
      ...{ address_line: "Hauptstr. 1", city: "Berlin", state: "" },
      ...{ country_code: "de", postal_code: "10115", tax_id: "" },
    })
    expect(edited.seller).toMatchObject({ name: "Bob & Sons", city: "Berlin" })
    for (const store_status of ["SUSPENDED", "ACTIVE"]) {
      const { seller: moved } = await operator.post(path, { store_status })
      expect(moved.store_status).toBe(store_status)
    }
    const orders = await operator.get(`${path}/orders`, {
      fields:
        "id,display_id,created_at,updated_at,*customer,currency_code,total,fulfillment_status,payment_status,status,region_id,sales_channel_id",
    })
    expect(orders).toMatchObject({
      count: 1,
      orders: [
        {
          ...{ status: "pending", currency_code: "eur" },
          total: expect.any(Number),
          customer: { email: "clara@example.com" },
        },
      ],
    })
    const products = await operator.get(`${path}/products`, {
      fields:
        "*collection,+type_id,+tag_id,+sales_channel_id,+status,+created_at,+updated_at",
    })
    expect(products).toMatchObject({
      count: 1,
      products: [
        {
          ...{ title: "Bolt", status: "published" },
          variants: [{ id: expect.any(String) }],
        },
      ],
    })
    expect(
      await operator.get(`${path}/customer-groups`, {
        fields: "id,name,description,created_at,updated_at,*customers",
      })
    ).toMatchObject({ customer_groups: [], count: 0 })
    const invited = await operator.send("POST", "/admin/sellers/invite", {
      body: {
        email: "new@example.com",
        registration_url: "https://panel.example.com/register",
      },
    })
    expect([invited.status, invited.data]).toEqual([
      201,
      { invitation: expect.any(Object) },
    ])
  })

  it("sets: the other orders of one order's set", async () => {
    const { order_sets } = await operator.get("/admin/order-sets", {
      order_id: orderId,
    })
    expect(order_sets).toHaveLength(1)
    expect(order_sets[0].orders).toHaveLength(2)
    for (const order of order_sets[0].orders) {
      expect(order).toMatchObject({
        ...{ id: expect.any(String), display_id: expect.any(Number) },
        items: [{ title: expect.any(String) }],
        payment_collections: [{ status: "authorized" }],
        status: "pending",
      })
    }
    const one = await operator.get(`/admin/order-sets/${setId}`)
    expect(one.order_set.id).toBe(setId)
  })

  it("commission: the default, rules by their dialogs, lines of orders", async () => {
    const rate = (percentage_rate: number) => ({
      ...{ type: "percentage", percentage_rate, include_tax: false },
      ...{ min_price_set: [], max_price_set: [] },
    })
    const set = await operator.post("/admin/commission/default", {
      ...{ name: "Everybody", is_active: true, rate: rate(7.5) },
    })
    expect(set.commission_rule.percentage_rate).toBe(7.5)
    expect(
      (await operator.get("/admin/commission/default")).commission_rule
    ).toMatchObject({ name: "Everybody", reference: "site" })
    const path = "/admin/commission/rules"
    const body = {
      ...{ name: "Bob's", reference: "seller", reference_id: sellerId },
      ...{ is_active: true, rate: rate(5) },
    }
    const made = await operator.send("POST", path, { body })
    expect(made.status).toBe(201)
    expect((await operator.send("POST", path, { body })).status).toBe(409)
    const { id } = made.data.commission_rule
    const list = await operator.get(path, page)
    expect(list).toMatchObject({
      count: 1,
      commission_rules: [
        {
          ...{ id, name: "Bob's", type: "percentage", reference: "seller" },
          ...{ reference_id: sellerId, is_active: true, include_tax: false },
          ...{ percentage_rate: 5, ref_value: "Bob" },
          ...{ price_set: [], min_price_set: [], max_price_set: [] },
        },
      ],
    })
    expect((await operator.get(`${path}/${id}`)).commission_rule.id).toBe(id)
    const off = await operator.post(`${path}/${id}`, { is_active: false })
    expect(off.commission_rule.is_active).toBe(false)
    expect(await operator.delete(`${path}/${id}`)).toEqual({
      ...{ id, object: "commission_rule", deleted: true },
    })
    const lines = await operator.get("/admin/commission/commission-lines", {
      ...{ ...page, seller_id: sellerId },
      ...{ start_date: "2020-01-01T00:00:00Z", end_date: null },
    })
    expect(lines.commission_lines[0]).toMatchObject({
      ...{ id: expect.any(String), currency_code: "eur" },
      ...{ item_line_id: expect.any(String), created_at: expect.any(String) },
      order: { display_id: expect.any(Number), seller: { id: sellerId } },
    })
    expect(lines.count).toBe(lines.commission_lines.length)
  })

  it("search: says that no external service is set up", async () => {
    expect(await operator.get("/admin/algolia")).toEqual({
      ...{ appId: null, productIndex: false },
    })
  })
}
