import type { App } from "../app"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"

const dates = { created_at: expect.any(String), updated_at: expect.any(String) }

/** Every type that panels send, as their forms send it. */
const forms: [type: string, data: Record<string, unknown>, read: object][] = [
  [
    "product_category",
    {
      ...{ name: "Gravel", handle: "gravel", description: "" },
      ...{ is_active: "active", is_internal: true, parent_category_id: null },
      details: { icon: null, banner: null, thumbnail: null },
    },
    { name: "Gravel", handle: "gravel" },
  ],
  ["product_collection", { title: "Autumn", handle: "" }, { title: "Autumn" }],
  ["product_type", { value: "Frame", metadata: {} }, { value: "Frame" }],
  ["product_tag", { value: "light" }, { value: "light" }],
]

/** Requests, their decision, and the operator's rules. */
export const requests = (app: App) => {
  let world: World
  let bob: Panel
  let operator: Panel
  let sellerId: string

  beforeAll(async () => {
    world = await createWorld(app)
    const { client, seller } = await newSeller(world, "Bob")
    bob = panel(world, client.as)
    operator = panel(world, world.admin)
    sellerId = seller.id
  })

  const ask = async (type: string, data: object) =>
    (await bob.post("/vendor/requests", { request: { type, data } })).request

  it("takes each form, lists all at once for the hub, edits and batches", async () => {
    for (const [type, data, read] of forms) {
      const { status, data: made } = await bob.send(
        "POST",
        "/vendor/requests",
        {
          body: { request: { type, data } },
        }
      )
      expect([status, made.request]).toMatchObject([
        201,
        {
          id: expect.stringMatching(/^req_/),
          submitter_id: expect.stringMatching(/^mem_/),
          ...{ type, status: "pending", data: read },
          ...{ reviewer_id: null, reviewer_note: null, ...dates },
        },
      ])
    }
    const hub = await bob.get("/vendor/requests", { fields: "+review" })
    expect([hub.count, hub.requests.length]).toEqual([4, 4])
    expect(hub.requests[0].type).toBe("product_tag")
    const types = await bob.get("/vendor/requests", {
      type: "product_type",
      status: "pending",
    })
    expect(types).toMatchObject({
      count: 1,
      requests: [{ type: "product_type" }],
    })
    const [tag, , , category] = hub.requests
    const path = `/vendor/requests/${category.id}`
    const edited = await bob.post(path, {
      request: {
        type: "product_category",
        data: { name: "Gravel bikes", handle: "gravel-bikes" },
      },
    })
    expect(edited.request.data).toMatchObject({
      ...{ name: "Gravel bikes", handle: "gravel-bikes" },
    })
    expect((await bob.get(path, { fields: "*" })).request.id).toBe(category.id)
    const wrong = await bob.send("GET", "/vendor/requests/rev_123", {})
    expect(wrong.status).toBe(404)
    const batch = await bob.post("/vendor/requests/batch", {
      create: [{ request: { type: "product_tag", data: { value: "heavy" } } }],
      update: [
        {
          id: tag.id,
          request: { type: "product_tag", data: { value: "lit" } },
        },
      ],
      delete: [category.id],
    })
    expect(batch).toMatchObject({
      created: [{ data: { value: "heavy" } }],
      updated: [{ id: tag.id, data: { value: "lit" } }],
      deleted: [category.id],
    })
    const late = await bob.send("POST", path, {
      body: { request: { type: "product_category", data: { name: "x" } } },
    })
    expect(late.status).toBe(400)
  })

  it("lists and decides for the operator, with the seller beside each", async () => {
    const tag = await ask("product_tag", { value: "light" })
    const type = await ask("product_type", { value: "Frame" })
    const page = await operator.get("/admin/requests", {
      ...{ offset: 0, limit: 20, type: "product_tag", status: "" },
    })
    expect(page).toMatchObject({
      ...{ count: 1, offset: 0, limit: 20 },
      requests: [
        {
          ...{ id: tag.id, type: "product_tag", data: { value: "light" } },
          ...{ status: "pending", submitter_id: expect.any(String), ...dates },
          seller: { id: sellerId, name: "Bob" },
        },
      ],
    })
    const found = await operator.get(
      "/admin/requests?created_at[$gte]=2020-01-01T00:00:00Z&order=-created_at&q=Frame"
    )
    expect(found.requests.map(({ id }: { id: string }) => id)).toEqual([
      type.id,
    ])
    const path = `/admin/requests/${tag.id}`
    expect((await operator.get(path)).request.seller.id).toBe(sellerId)
    const decided = await operator.post(path, {
      ...{ reviewer_note: "", status: "accepted" },
    })
    expect(decided).toMatchObject({
      ...{ id: tag.id, status: "accepted" },
      createdResourceType: "product_tag",
      createdResource: { id: expect.any(String) },
    })
    const again = await operator.send("POST", path, {
      body: { reviewer_note: "", status: "rejected" },
    })
    expect(again.status).toBe(400)
    await operator.post(`/admin/requests/${type.id}`, {
      ...{ reviewer_note: "We have it", status: "rejected" },
    })
    expect(
      (await bob.get(`/vendor/requests/${type.id}`)).request
    ).toMatchObject({ status: "rejected", reviewer_note: "We have it" })
  })

  it("keeps the operator's rules as rows of a type and a switch", async () => {
    const { configuration_rules } = await operator.get("/admin/configuration")
    const flags = (rules: { rule_type: string; is_enabled: boolean }[]) =>
      Object.fromEntries(
        rules.map(({ rule_type, is_enabled }) => [rule_type, is_enabled])
      )
    // A rule without a row is at its default.
    expect(configuration_rules).toEqual([])
    const { status, data } = await operator.send(
      "POST",
      "/admin/configuration",
      {
        body: { rule_type: "require_product_approval", is_enabled: true },
      }
    )
    expect([status, data.configuration_rule]).toMatchObject([
      201,
      {
        id: expect.any(String),
        ...{ rule_type: "require_product_approval", is_enabled: true },
      },
    ])
    const path = `/admin/configuration/${data.configuration_rule.id}`
    const off = await operator.post(path, { is_enabled: false })
    expect(off.configuration_rule).toMatchObject({ is_enabled: false })
    const rules = await operator.get("/admin/configuration")
    expect(flags(rules.configuration_rules)).toEqual({
      require_product_approval: false,
    })
    const unknown = await operator.send("POST", "/admin/configuration", {
      body: { rule_type: "no_such_rule", is_enabled: true },
    })
    expect(unknown.status).toBe(400)
  })
}
