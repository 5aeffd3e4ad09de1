import type { App } from "../../../app"
import { registerCustomer } from "../../../customers"
import { rows } from "../../../rows"
import { complete, fill, openShop } from "./shop"

/** Who may read a set, and how the operator finds one. */
export const reading = (app: App) => {
  it("shows a set to a guest with e-mail and secret, and to nobody else", async () => {
    const shop = await openShop(app)
    const { api, store } = shop
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const { data } = await complete(shop, cartId)
    const { id, secret } = data.order_set
    const read = (headers: Record<string, string>) =>
      api.get(`/store/order-set/${id}`, {
        headers: { ...store.headers, ...headers } as Record<string, string>,
      })
    const shown = await read({
      "x-order-email": "Clara@example.com",
      "x-order-secret": secret,
    })
    expect(shown.status).toBe(200)
    expect(shown.data.order_set).toMatchObject({
      id,
      status: "pending",
      payment_status: "authorized",
      total: 49.98,
      payment_collection: { currency_code: "eur" },
      orders: [
        { items: [{ variant: { product: {} } }], order_set: { id } },
        { payment_status: "authorized", fulfillment_status: "not_fulfilled" },
      ],
    })
    expect(shown.data.order_set.secret).toBeUndefined()
    const wrong = [
      {},
      { "x-order-email": "clara@example.com" },
      { "x-order-secret": secret },
      { "x-order-email": "eve@example.com", "x-order-secret": secret },
      { "x-order-email": "clara@example.com", "x-order-secret": "guess" },
    ]
    for (const headers of wrong) {
      expect((await read(headers as Record<string, string>)).status).toBe(404)
    }
    expect((await api.get("/store/order-set", store)).status).toBe(401)
    const order = await api.get(
      `/store/orders/${data.order.id}?fields=id,*order_set`,
      store
    )
    expect(Object.keys(order.data.order.order_set).sort()).toEqual([
      "created_at",
      "display_id",
      "id",
    ])
  })

  it("shows a customer's set to no other customer, and no guest's secret opens a second set", async () => {
    const shop = await openShop(app)
    const { api, store } = shop
    const clara = await registerCustomer(shop, "clara@example.com")
    const eve = await registerCustomer(shop, "eve@example.com")
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    await api.post(`/store/carts/${cartId}/customer`, {}, clara.as)
    const { order_set: set } = (await complete(shop, cartId)).data
    const other = await fill(shop, [shop.mug])
    const email = "guest@example.com"
    await api.post(`/store/carts/${other}`, { email }, store)
    const guests = (await complete(shop, other)).data.order_set
    const path = `/store/order-set/${set.id}`
    const own = await api.get(path, clara.as)
    expect([own.status, own.data.order_set.id]).toEqual([200, set.id])
    const missing = await api.get("/store/order-set/ordset_none", eve.as)
    expect(missing.status).toBe(404)
    for (const as of [eve.as, store]) {
      const res = await api.get(path, as)
      expect([res.status, Object.keys(res.data).sort()]).toEqual([
        404,
        Object.keys(missing.data).sort(),
      ])
    }
    const stolen = await api.get(path, {
      headers: {
        ...eve.as.headers,
        "x-order-email": "clara@example.com",
        "x-order-secret": guests.secret,
      },
    })
    expect(stolen.status).toBe(404)
  })

  it("finds sets for the operator in the database", async () => {
    const shop = await openShop(app)
    const { api, admin } = shop
    const both = (await complete(shop, await fill(shop, [shop.bolt, shop.mug])))
      .data.order_set
    const one = (await complete(shop, await fill(shop, [shop.mug]))).data
      .order_set
    await rows(
      app,
      "update payment_collection set status = 'completed', captured_amount = amount where id = $1",
      [one.orders[0].payment_collections[0].id]
    )
    const found = async (query: string) => {
      const { status, data } = await api.get(
        `/admin/order-sets?${query}`,
        admin
      )
      expect(status).toBe(200)
      expect(data.count).toBe(data.order_sets.length)
      return data.order_sets.map(({ id }: { id: string }) => id)
    }
    expect(await found("")).toEqual([one.id, both.id])
    expect(await found("order=created_at")).toEqual([both.id, one.id])
    expect(await found(`order_id=${both.orders[1].id}`)).toEqual([both.id])
    expect(await found(`seller_id=${shop.bob.id}`)).toEqual([both.id])
    expect(await found(`seller_id=${shop.alice.id}`)).toHaveLength(2)
    expect(await found("payment_status=captured")).toEqual([one.id])
    expect(await found("payment_status=authorized,captured")).toHaveLength(2)
    expect(await found("fulfillment_status=shipped")).toEqual([])
    expect(await found("fulfillment_status=not_fulfilled")).toHaveLength(2)
    expect(await found(`q=${both.orders[0].display_id}`)).toContain(both.id)
    expect(await found("q=nobody")).toEqual([])
    expect(await found("q=clara")).toHaveLength(2)
    expect(await found("created_at[$gte]=2999-01-01")).toEqual([])
    const page = await api.get("/admin/order-sets?limit=1&offset=1", admin)
    expect(page.data).toMatchObject({ count: 2, offset: 1, limit: 1 })
    expect(page.data.order_sets).toHaveLength(1)
    const single = await api.get(`/admin/order-sets/${both.id}`, admin)
    expect(single.data.order_set.orders[0]).toMatchObject({
      items: [{ title: expect.any(String) }],
      payment_collections: [{ status: "authorized" }],
    })
    const unknown = await api.get("/admin/order-sets/ordset_no", admin)
    expect(unknown.status).toBe(404)
  })
}
