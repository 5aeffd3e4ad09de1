import type { Suite } from "../../app"
import { registerCustomer } from "../../customers"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { counts, rows } from "../../rows"
import { decide } from "../../sign-up"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import { REVIEW_MODULE } from "../../../src/modules/review"
import type { ReviewModuleService } from "../../../src/modules/review/service"
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

  it("is shown with its seller and its order, to whoever asks for it, in a fixed number of statements", async () => {
    const { world, bob, clara, orderId, otherId, bolt } = await delivered(app)
    const { api, store, container } = world
    const made = await api.post(
      "/store/reviews",
      {
        order_id: orderId,
        reference: "seller",
        reference_id: bob.id,
        rating: 4,
        customer_note: "Shiny",
      },
      clara.as
    )
    const { id } = made.data.review
    const shown = {
      id,
      rating: 4,
      customer_note: "Shiny",
      seller_note: null,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      customer: { first_name: "Clara", last_name: "Berg" },
      seller: { name: "Bob" },
    }
    const reviews = container.resolve<ReviewModuleService>(REVIEW_MODULE)
    await Promise.all(
      Array.from({ length: 15 }, (_, n) =>
        reviews.addReview({
          reference: "seller",
          reference_id: bob.id,
          seller_id: bob.id,
          order_id: `order_${n}`,
          customer_id: clara.id,
          rating: 3,
          customer_note: null,
        })
      )
    )
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const read = async (path: string, as = store) => {
      const seen: string[] = []
      const note = ({ sql }: { sql: string }) => seen.push(sql)
      db.on("query", note)
      const { status, data } = await api.get(`/store/${path}`, as)
      db.removeListener("query", note)
      expect({ path, status, data }).toEqual({ path, status: 200, data })
      return { data, statements: seen.length }
    }
    const without = await read("products?fields=id,*seller")
    expect(without.data.products[0].seller.reviews).toEqual([])
    const fields =
      "fields=id,*seller,*seller.reviews,*seller.reviews.customer,*seller.reviews.seller"
    const list = await read(`products?${fields}`)
    const found = list.data.products.find(
      (row: { id: string }) => row.id === bolt.id
    )
    expect(found.seller.reviews).toHaveLength(10)
    expect(found.seller).not.toHaveProperty("members")
    expect(JSON.stringify(list.data)).not.toContain(clara.id)
    expect(list.statements - without.statements).toBeLessThanOrEqual(3)
    const page = await read(`seller/${bob.handle}`)
    expect(page.data.seller.reviews).toHaveLength(16)
    expect(page.data.seller.reviews.at(-1)).toMatchObject(shown)
    const orders = await read("orders?fields=id,*reviews", clara.as)
    const byId = (wanted: string) =>
      orders.data.orders.find((row: { id: string }) => row.id === wanted)
    expect(byId(orderId).reviews).toMatchObject([shown])
    expect(byId(otherId).reviews).toEqual([])
    const one = await read(`orders/${orderId}`, clara.as)
    expect(one.data.order.reviews).toMatchObject([shown])
  })

  it("counts right under 50 parallel writes, and once per order and subject", async () => {
    const { world, bob, clara, orderId } = await delivered(app)
    const { api, container } = world
    const body = {
      order_id: orderId,
      reference: "seller",
      reference_id: bob.id,
      rating: 5,
    }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        api.post("/store/reviews", body, clara.as)
      )
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, ...Array(9).fill(400)])
    const refused = answers.find(({ status }) => status === 400)
    // Classic storefronts see a refusal by this key alone.
    expect(refused?.data).toMatchObject({
      message: expect.any(String),
      error: refused?.data.message,
    })
    const anonymous = await api.post("/store/reviews", body, world.store)
    expect([anonymous.status, anonymous.data]).toMatchObject([
      401,
      { error: expect.any(String) },
    ])
    const reviews = container.resolve<ReviewModuleService>(REVIEW_MODULE)
    const made = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        reviews.addReview({
          reference: "seller",
          reference_id: bob.id,
          seller_id: bob.id,
          order_id: `order_${n}`,
          customer_id: clara.id,
          rating: 1 + (n % 5),
          customer_note: null,
        })
      )
    )
    await Promise.all(
      made.map(({ id }, n) =>
        n % 2
          ? reviews.changeReview({ id, rating: 1 })
          : reviews.hideReview({ id, hidden: n % 4 === 0 })
      )
    )
    const counted = await rows(
      app,
      `select s.count, s.sum, r.count as reviews, r.sum as ratings from review_score s,
         (select count(*)::int as count, sum(rating)::int as sum from review
          where reference_id = $1 and deleted_at is null) r
       where s.reference_id = $1`,
      [bob.id]
    )
    expect(counted).toEqual([{ count: 38, sum: 65, reviews: 38, ratings: 65 }])
  })
}
