import type { Suite } from "../../app"
import { registerCustomer } from "../../customers"
import { counts } from "../../rows"
import { decide } from "../../sign-up"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import { delivered } from "./delivered"

export const reviews: Suite = (app) => {
  it("speaks of what was bought and delivered, once, and is counted with every write", async () => {
    const { world, bob, clara, orderId, otherId, bolt, mug, alice } =
      await delivered(app)
    const { api, store } = world
    const review = (more: object, as = clara.as) =>
      api.post(
        "/store/reviews",
        {
          order_id: orderId,
          reference: "seller",
          reference_id: bob.id,
          rating: 4,
          ...more,
        },
        as
      )
    const made = await review({ customer_note: null })
    expect([made.status, made.data.message]).toEqual([201, undefined])
    const { id } = made.data.review
    expect(made.data.review).toMatchObject({
      id: expect.stringMatching(/^rev_/),
      rating: 4,
      order_id: orderId,
      seller: { name: "Bob" },
      customer: { id: clara.id },
    })
    expect(
      (await review({ reference: "product", reference_id: bolt.id })).status
    ).toBe(201)
    const eve = await registerCustomer(world, "eve@example.com")
    const refused: [object, number][] = [
      [{}, 400],
      [{ rating: 6 }, 400],
      [{ rating: 0 }, 400],
      [{ customer_note: "x".repeat(301) }, 400],
      [{ reference: "product", reference_id: mug.id }, 400],
      // The mug is paid and not delivered.
      [{ order_id: otherId, reference_id: alice.id }, 400],
      [{ order_id: "order_1" }, 404],
    ]
    for (const [more, status] of refused) {
      expect([more, (await review(more)).status]).toEqual([more, status])
    }
    expect((await review({}, eve.as)).status).toBe(404)
    expect((await review({}, store)).status).toBe(401)

    const page = async () =>
      (await api.get(`/store/seller/${bob.handle}/reviews`, store)).data
    expect(await page()).toMatchObject({
      count: 1,
      average: 4,
      reviews: [{ id, customer: { first_name: "Clara" } }],
    })
    expect(JSON.stringify(await page())).not.toContain(clara.id)
    const changed = await api.post(
      `/store/reviews/${id}`,
      { rating: 2, customer_note: "Rusty" },
      clara.as
    )
    expect(changed.data.review).toMatchObject({ rating: 2 })
    expect(await page()).toMatchObject({ count: 1, average: 2 })
    for (const as of [eve.as]) {
      expect((await api.get(`/store/reviews/${id}`, as)).status).toBe(404)
      expect((await api.delete(`/store/reviews/${id}`, as)).status).toBe(404)
    }
    const gone = await api.delete(`/store/reviews/${id}`, clara.as)
    expect(gone.data).toEqual({ id, object: "review", deleted: true })
    expect(await page()).toMatchObject({ count: 0, average: null })
    const own = await api.get("/store/reviews", clara.as)
    expect(own.data).toMatchObject({
      count: 1,
      reviews: [{ reference: "product" }],
    })
    expect((await review({ rating: 5 })).status).toBe(201)
    expect(await page()).toMatchObject({ count: 1, average: 5 })
  })

  it("is answered by its seller, and removed only by the operator, upon a report", async () => {
    const { world, bob, alice, seller, clara, orderId } = await delivered(app)
    const { api, admin } = world
    const { data } = await api.post(
      "/store/reviews",
      {
        order_id: orderId,
        reference: "seller",
        reference_id: bob.id,
        rating: 1,
        customer_note: "You crooks",
      },
      clara.as
    )
    const { id } = data.review
    const path = `/sellers/me/reviews/${id}`
    const answered = await seller.post(path, { seller_note: "Sorry" })
    expect(answered.review.seller_note).toBe("Sorry")
    expect((await seller.post(path, { seller_note: "" })).review).toMatchObject(
      { seller_note: null, rating: 1 }
    )
    expect(await seller.get("/sellers/me/reviews")).toMatchObject({ count: 1 })
    const rival = vendor(world, (await signIn(world, alice)).as)
    const report = {
      request: {
        type: "review_remove",
        data: { review_id: id, reason: "Insult comment: crooks" },
      },
    }
    for (const answer of [
      await api.get(`/vendor${path}`, rival.as),
      await api.post(`/vendor${path}`, { seller_note: "Ha" }, rival.as),
      await api.post("/vendor/requests", report, rival.as),
    ]) {
      expect(answer.status).toBe(404)
    }
    const first = await seller.post("/requests", report)
    const again = await api.post("/vendor/requests", report, seller.as)
    expect(again.status).toBe(409)
    await decide(world, first.request.id, "rejected", "An opinion")
    expect((await api.get(`/admin/reviews/${id}`, admin)).status).toBe(200)
    const second = await seller.post("/requests", report)
    const accepted = await decide(world, second.request.id, "accepted")
    expect(accepted.data.createdResource).toEqual({ type: "review", id })
    expect((await api.get(`/admin/reviews/${id}`, admin)).status).toBe(404)
    expect((await seller.get("/sellers/me/reviews")).count).toBe(0)
    const score = await api.get(
      `/store/seller/${bob.handle}/reviews`,
      world.store
    )
    expect(score.data).toMatchObject({ count: 0, average: null })
    expect(await counts(app, ["review_score"])).toEqual({ review_score: 1 })
  })
}
