import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { counts, rows } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"

const tag = (value: string) => ({
  request: { type: "product_tag", data: { value } },
})

export const engine: Suite = (app) => {
  it("lets one of ten parallel reviews win, and one of ten parallel submissions", async () => {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    const log = eventLog(world.container, [
      "request.submitted",
      "request.accepted",
      "request.rejected",
      "product-tag.created",
    ])
    const submitted = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.api.post("/vendor/requests", tag("light"), bob.client.as)
      )
    )
    const made = submitted.filter(({ status }) => status === 201)
    expect(made).toHaveLength(1)
    expect(
      submitted.filter(({ status }) => status === 400 || status === 409)
    ).toHaveLength(9)
    const id = made[0]?.data.request.id
    const reviews = await Promise.all(
      Array.from({ length: 10 }, () => decide(world, id, "accepted"))
    )
    expect(reviews.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array(9).fill(400),
    ])
    expect(
      await counts(app, ["request", "request_change", "product_tag"])
    ).toEqual({ request: 1, request_change: 1, product_tag: 1 })
    expect((await log.take()).map(({ name }) => name).sort()).toEqual([
      "product-tag.created",
      "request.accepted",
      "request.submitted",
    ])
  })

  it("lets a seller change and withdraw what is pending, and nothing that is decided", async () => {
    const world = await createWorld(app)
    const { api } = world
    const bob = await newSeller(world, "Bob")
    const { as } = bob.client
    const { request } = await bob.client.post("/requests", {
      request: {
        type: "product_category",
        data: { name: "Gravel", handle: "gravel", description: "Rough" },
      },
    })
    const path = `/requests/${request.id}`
    const edited = await bob.client.post(path, {
      request: { type: "product_category", data: { name: "Gravel bikes" } },
    })
    expect(edited.request).toMatchObject({
      title: "Gravel bikes",
      revision: 2,
      data: { name: "Gravel bikes", handle: "gravel", description: "Rough" },
    })
    const unread = await api.post(
      `/admin${path}`,
      { status: "accepted", reviewer_note: "", revision: 1 },
      world.admin
    )
    expect(unread.status).toBe(409)
    const withdrawn = await bob.client.post(`${path}/withdraw`)
    expect(withdrawn.request.status).toBe("withdrawn")
    expect((await decide(world, request.id, "accepted")).status).toBe(400)
    const refused = await Promise.all([
      api.post(
        `/vendor${path}`,
        { request: { type: "product_category", data: { name: "x" } } },
        as
      ),
      api.post(`/vendor${path}/withdraw`, {}, as),
      api.delete(`/vendor${path}`, as),
    ])
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400])
    expect(await counts(app, ["product_category"])).toEqual({
      product_category: 0,
    })
    const again = await bob.client.post("/requests", tag("light"))
    expect(await bob.client.delete(`/requests/${again.request.id}`)).toEqual({
      id: again.request.id,
      object: "request",
      deleted: true,
    })
  })

  it("lists by type, status, submitter, date and text, with exact counts on every page", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const bob = await newSeller(world, "Bob")
    const alice = await newSeller(world, "Alice")
    for (const n of [1, 2, 3, 4, 5]) {
      await bob.client.post("/requests", tag(`light ${n}`))
    }
    const { request } = await alice.client.post("/requests", {
      request: { type: "product_type", data: { value: "Frame" } },
    })
    await decide(world, request.id, "rejected", "No")
    const future = new Date(Date.now() + 60_000).toISOString()
    const total: [string, number][] = [
      ["", 6],
      ["type=product_tag", 5],
      ["status=rejected", 1],
      ["status[]=rejected&status[]=pending", 6],
      [`seller_id=${alice.seller.id}`, 1],
      [`submitter_id=${request.submitter_id}`, 1],
      ["q=light 4", 1],
      [`created_at[$gte]=${future}`, 0],
    ]
    for (const [query, count] of total) {
      const { data } = await api.get(`/admin/requests?${query}`, admin)
      expect([query, data.count, data.requests.length]).toEqual([
        query,
        count,
        count,
      ])
    }
    const page = await bob.client.get("/requests?limit=2&offset=4&order=title")
    expect(page).toMatchObject({ count: 5, limit: 2, offset: 4 })
    expect(page.requests.map(({ title }: { title: string }) => title)).toEqual([
      "light 5",
    ])
    expect((await bob.client.get("/requests?q=Frame")).count).toBe(0)
    expect((await alice.client.get("/requests?status=rejected")).count).toBe(1)
    const newest = await bob.client.get("/requests?fields=%2Breview")
    expect(newest.requests[0].title).toBe("light 5")
  })

  it("names the field that is wrong", async () => {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    const refused: [unknown, string][] = [
      [{}, "request"],
      [{ request: { type: "product_tag" } }, "data"],
      [{ request: { type: "product_tag", data: {} } }, "data, value"],
      [{ request: { type: "seller", data: {} } }, "request, type"],
      [{ request: { type: "order", data: {} } }, "request, type"],
      [
        {
          request: {
            type: "product_category",
            data: { name: "A", handle: "a b" },
          },
        },
        "data, handle",
      ],
      [
        {
          request: {
            type: "product_collection",
            data: { title: "A", details: { icon: "javascript:1" } },
          },
        },
        "data, details, icon",
      ],
    ]
    for (const [body, words] of refused) {
      const answer = await world.api.post(
        "/vendor/requests",
        body,
        bob.client.as
      )
      expect([answer.status, answer.data.message]).toEqual([
        400,
        expect.stringContaining(words),
      ])
    }
    expect(await rows(app, "select id from request")).toEqual([])
  })
}
