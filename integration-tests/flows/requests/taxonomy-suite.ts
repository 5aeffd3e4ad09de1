import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { counts } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"

type Wanted = {
  type: string
  data: Record<string, unknown>
  /** Where it is once it is accepted, and how it is found there. */
  store: string
  list: string
  query: string
}

const wanted: Wanted[] = [
  {
    type: "product_category",
    data: {
      name: "Gravel bikes",
      handle: "gravel-bikes",
      description: "For bad roads",
      // Constants of a panel: the operator decides who sees a category.
      is_active: "active",
      is_internal: true,
      parent_category_id: null,
    },
    store: "/store/product-categories",
    list: "product_categories",
    query: "handle=gravel-bikes",
  },
  {
    type: "product_collection",
    data: { title: "Autumn rides", handle: "" },
    store: "/store/collections",
    list: "collections",
    query: "handle=autumn-rides",
  },
  {
    type: "product_type",
    data: { value: "Frame set" },
    store: "/store/product-types",
    list: "product_types",
    query: "value=Frame+set",
  },
  {
    type: "product_tag",
    data: { value: "tubeless" },
    store: "/store/product-tags",
    list: "product_tags",
    query: "value=tubeless",
  },
]

const tables = [
  "product_category",
  "product_collection",
  "product_type",
  "product_tag",
]

export const taxonomy: Suite = (app) => {
  it.each(wanted.map((row) => [row.type, row] as const))(
    "%s: wanted, rejected with a note, wanted again, accepted, there for everybody",
    async (type, { data, store, list, query }) => {
      const world = await createWorld(app)
      const { api, admin } = world
      const log = eventLog(world.container, [
        "request.submitted",
        "request.rejected",
        "request.accepted",
      ])
      const bob = await newSeller(world, "Bob")
      const alice = await newSeller(world, "Alice")
      const inStore = async () =>
        (await api.get(`${store}?${query}`, world.store)).data[list]
      const before = await counts(app, tables)

      const first = await api.post(
        "/vendor/requests",
        { request: { type, data } },
        bob.client.as
      )
      expect(first.status).toBe(201)
      expect(first.data.request).toMatchObject({
        id: expect.stringMatching(/^req_/),
        type,
        status: "pending",
        reviewer_note: null,
      })
      const { id } = first.data.request
      expect(await inStore()).toEqual([])
      const second = await api.post(
        "/vendor/requests",
        { request: { type, data } },
        bob.client.as
      )
      expect(second.status).toBe(409)
      expect(second.data.message).toContain(id)
      const theirs = await api.get(`/vendor/requests/${id}`, alice.client.as)
      expect(theirs.status).toBe(404)

      expect((await decide(world, id, "rejected", "Too narrow")).status).toBe(
        200
      )
      expect(await counts(app, tables)).toEqual(before)
      expect(await bob.client.get(`/requests/${id}`)).toMatchObject({
        request: {
          status: "rejected",
          reviewer_note: "Too narrow",
          changes: [{ to_status: "rejected", note: "Too narrow" }],
        },
      })

      const again = await bob.client.post("/requests", {
        request: { type, data },
      })
      const accepted = await decide(world, again.request.id, "accepted", "")
      expect(accepted.data).toMatchObject({
        status: "accepted",
        createdResourceType: type,
        createdResource: { type, id: expect.any(String) },
      })
      expect(await inStore()).toMatchObject([
        { id: accepted.data.createdResource.id },
      ])
      const forAlice = await alice.client.get(
        `/${type.replace("_", "-").replace("category", "categorie")}s`
      )
      expect(
        Object.values(forAlice)
          .flat()
          .filter((row) => Object(row).id === accepted.data.createdResource.id)
      ).toHaveLength(1)
      expect(await counts(app, tables)).toEqual({
        ...before,
        [type]: Number(before[type]) + 1,
      })
      const queue = await api.get(
        `/admin/requests?type=${type}&seller_id=${bob.seller.id}&status=rejected,accepted`,
        admin
      )
      expect(queue.data.count).toBe(2)
      expect((await log.take()).map(({ name }) => name)).toEqual([
        "request.submitted",
        "request.rejected",
        "request.submitted",
        "request.accepted",
      ])
    }
  )

  it("keeps a request pending, with the reason for the operator, when what it asks for exists by now", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const bob = await newSeller(world, "Bob")
    const alice = await newSeller(world, "Alice")
    const body = {
      request: { type: "product_tag", data: { value: "tubeless" } },
    }
    const first = await bob.client.post("/requests", body)
    const second = await alice.client.post("/requests", body)
    expect((await decide(world, first.request.id, "accepted")).status).toBe(200)
    const failed = await decide(world, second.request.id, "accepted")
    expect([failed.status, failed.data.message]).toEqual([
      400,
      expect.stringContaining("already exists"),
    ])
    const { data } = await api.get(
      `/admin/requests/${second.request.id}`,
      admin
    )
    expect(data.request).toMatchObject({
      status: "pending",
      reviewer_id: null,
      failure: expect.stringContaining("already exists"),
      changes: [],
    })
    expect(await counts(app, ["product_tag"])).toEqual({ product_tag: 1 })
    expect((await decide(world, second.request.id, "rejected")).status).toBe(
      200
    )
  })

  it("changes a collection that is as it was, and none that moved meanwhile", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const bob = await newSeller(world, "Bob")
    const { data } = await api.post(
      "/admin/collections",
      { title: "Autumn", handle: "autumn" },
      admin
    )
    const { id: collection_id } = data.collection
    const ask = (data: object) =>
      bob.client.post("/requests", {
        request: {
          type: "product_collection_update",
          data: { collection_id, ...data },
        },
      })
    const path = `/admin/collections/${collection_id}`
    const { request } = await ask({ title: "Winter", handle: "autumn" })
    expect(request.diff).toEqual({ title: { from: "Autumn", to: "Winter" } })
    await api.post(path, { title: "Fall" }, admin)
    const refused = await decide(world, request.id, "accepted")
    expect([refused.status, refused.data.message]).toEqual([
      409,
      expect.stringContaining("title"),
    ])
    expect((await api.get(path, admin)).data.collection.title).toBe("Fall")
    await decide(world, request.id, "rejected")
    const anew = await ask({ title: "Winter" })
    expect((await decide(world, anew.request.id, "accepted")).status).toBe(200)
    expect((await api.get(path, admin)).data.collection).toMatchObject({
      title: "Winter",
      handle: "autumn",
    })
    const same = await api.post(
      "/vendor/requests",
      {
        request: {
          type: "product_collection_update",
          data: { collection_id, title: "Winter" },
        },
      },
      bob.client.as
    )
    expect(same.status).toBe(400)
  })
}
