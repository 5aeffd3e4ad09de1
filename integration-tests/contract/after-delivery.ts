import type { App } from "../app"
import { delivered } from "../flows/requests/delivered"
import { panel, type Panel } from "./panel"

const dates = { created_at: expect.any(String), updated_at: expect.any(String) }

/** Reviews and goods that go back, as storefront, vendor panel and admin panel show them. */
export const afterDelivery = (app: App) => {
  let scene: Awaited<ReturnType<typeof delivered>>
  let bob: Panel
  let operator: Panel

  beforeAll(async () => {
    scene = await delivered(app)
    bob = panel(scene.world, scene.seller.as)
    operator = panel(scene.world, scene.world.admin)
  })

  it("reviews: written by the buyer, answered by the seller, read by all three", async () => {
    const { world, clara, orderId, bob: seller } = scene
    const { api } = world
    const body = {
      ...{ order_id: orderId, rating: 2, customer_note: "Late" },
      ...{ reference: "seller", reference_id: seller.id },
    }
    const made = await api.post("/store/reviews", body, clara.as)
    expect([made.status, made.data.review?.rating]).toEqual([201, 2])
    const twice = await api.post("/store/reviews", body, clara.as)
    expect([twice.status, twice.data]).toMatchObject([
      400,
      { error: expect.anything(), message: expect.any(String) },
    ])
    expect((await api.get("/store/reviews", world.store)).status).toBe(401)
    const own = await api.get(
      "/store/reviews?fields=*seller,%2Bcustomer.id,%2Border_id",
      clara.as
    )
    expect(own.data).toMatchObject({
      count: 1,
      reviews: [
        {
          ...{ rating: 2, customer_note: "Late", reference: "seller" },
          ...{ order_id: orderId, customer: { id: clara.id }, ...dates },
          seller: { id: seller.id, name: "Bob" },
        },
      ],
    })
    const { id } = made.data.review
    const list = await bob.get("/vendor/sellers/me/reviews", {
      ...{ limit: 20, offset: 0, fields: "*customer" },
    })
    expect(list).toMatchObject({
      count: 1,
      reviews: [
        {
          ...{ id, rating: 2, customer_note: "Late", seller_note: null },
          customer: { first_name: "Clara", email: "clara@example.com" },
        },
      ],
    })
    const shown = await api.get(`/store/seller/${seller.handle}`, world.store)
    expect(shown.data.seller.reviews).toMatchObject([
      { id, customer: { first_name: "Clara" } },
    ])
    expect(JSON.stringify(shown.data)).not.toContain("clara@")
    const path = `/vendor/sellers/me/reviews/${id}`
    const note = async (seller_note: string) =>
      (await bob.post(path, { seller_note })).review.seller_note
    expect(await note("Sorry")).toBe("Sorry")
    expect((await note("")) || null).toBe(null)
    const long = await bob.send("POST", path, {
      body: { seller_note: "x".repeat(301) },
    })
    expect(long.status).toBe(400)
    expect(
      (await bob.get(path, { fields: "*customer, reference" })).review
    ).toMatchObject({ id, reference: "seller" })
    expect((await operator.get(`/admin/reviews/${id}`)).review).toMatchObject({
      ...{ id, rating: 2, customer_note: "Late", reference: "seller" },
    })
    const all = await operator.get("/admin/reviews")
    expect(all.reviews).toEqual(all.requests)
    const changed = await api.post(
      `/store/reviews/${id}`,
      { rating: 5, customer_note: "Good after all" },
      clara.as
    )
    expect(changed.data.review.rating).toBe(5)
    const gone = await api.delete(`/store/reviews/${id}`, clara.as)
    expect(gone.data).toEqual({ id, object: "review", deleted: true })
  })

  it("returns: asked for with nothing chosen, escalated by the seller, decided by the operator", async () => {
    const { world, clara, ask, orderId, lineId } = scene
    const { api } = world
    const reasons = await api.get("/store/return-reasons", world.store)
    expect(reasons.data.return_reasons).toEqual([])
    const ways = await api.get(
      `/store/shipping-options/return?order_id=${orderId}`,
      clara.as
    )
    expect([ways.status, ways.data.shipping_options]).toEqual([
      200,
      expect.any(Array),
    ])
    const asked = await ask(1)
    const { id } = asked.data.order_return_request
    expect(id).toEqual(expect.any(String))
    const own = await api.get(
      "/store/return-request?fields=*line_items.reason_id",
      clara.as
    )
    expect(own.data).toMatchObject({
      count: 1,
      order_return_requests: [
        {
          ...{ id, status: "pending", customer_note: "" },
          line_items: [{ line_item_id: lineId, quantity: 1, reason_id: null }],
          order: {
            ...{ id: orderId, currency_code: "eur" },
            display_id: expect.any(Number),
            items: [{ id: lineId, product_title: "Bolt", unit_price: 10 }],
            seller: { name: "Bob" },
          },
        },
      ],
    })
    const list = await bob.get("/vendor/return-request", {
      fields: "*order.customer,+created_at",
    })
    expect(list).toMatchObject({
      count: 1,
      order_return_request: [
        {
          ...{ id, status: "pending", created_at: expect.any(String) },
          order: { customer: { email: "clara@example.com" } },
        },
      ],
    })
    const path = `/vendor/return-request/${id}`
    expect(
      (await bob.get(path, { fields: "*order" })).order_return_request
    ).toMatchObject({ id, order: { id: orderId } })
    const untouched = await bob.send("POST", path, {
      body: { status: "pending", vendor_reviewer_note: "" },
    })
    expect(untouched.status).toBe(400)
    const escalated = await bob.post(path, {
      ...{ status: "escalated", vendor_reviewer_note: "" },
    })
    expect(escalated.order_return_request.status).toBe("escalated")
    const page = await operator.get("/admin/return-request", {
      ...{ offset: 0, limit: 20, status: "escalated" },
    })
    expect(page).toMatchObject({
      count: 1,
      order_return_request: [
        {
          ...{ id, status: "escalated", customer_note: "" },
          ...{ admin_reviewer_note: null, admin_reviewer_date: null },
          vendor_reviewer_date: expect.any(String),
          order: {
            id: orderId,
            customer: { id: clara.id, email: "clara@example.com" },
          },
          seller: { name: "Bob" },
          line_items: [{ line_item_id: lineId }],
        },
      ],
    })
    const decided = await operator.post(`/admin/return-request/${id}`, {
      ...{ admin_reviewer_note: "No", status: "canceled" },
    })
    expect(decided.orderReturnRequest).toMatchObject({ id, status: "canceled" })
    expect(decided.order_return_request).toEqual(decided.orderReturnRequest)
    const one = await api.get(`/store/return-request/${id}`, clara.as)
    expect(one.data.order_return_request.status).toBe("canceled")
  })
}
