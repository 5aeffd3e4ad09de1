import { Modules } from "@medusajs/framework/utils"
import { createShippingProfilesWorkflow } from "@medusajs/medusa/core-flows"
import type { Suite } from "../app"
import { eventLog } from "../event-log"
import { logIn } from "../members"
import { counts, rows } from "../rows"
import { acceptedSeller, application, applyAs, decide } from "../sign-up"
import { createWorld } from "../world"

export const decisions: Suite = (app) => {
  it("lets a rejected applicant apply again and keeps both decisions", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const first = await applyAs(world, "bob@example.com", application("Bob"))
    const rejected = await decide(
      world,
      first.data.request_id,
      "rejected",
      "No photo"
    )
    expect(rejected.data).toMatchObject({ status: "rejected" })
    const { as, credentials } = first.identity
    const asMember = await logIn(world, credentials)
    const out = await api.get("/vendor/sellers/me", asMember)
    expect([out.status, out.data.code]).toEqual([403, "seller_terminated"])
    const second = await api.post("/vendor/sellers", application("Bob"), as)
    expect(second.status).toBe(201)
    expect(second.data.seller.handle).toBe(first.data.seller.handle)
    expect(
      (await decide(world, second.data.request_id, "accepted")).status
    ).toBe(200)
    const { data } = await api.get("/vendor/application", as)
    expect(data.applications).toMatchObject([
      { request_id: second.data.request_id, status: "accepted" },
      {
        request_id: first.data.request_id,
        status: "rejected",
        reviewer_note: "No photo",
        reviewed_at: expect.any(String),
      },
    ])
    const me = await api.get("/vendor/sellers/me", asMember)
    expect(me.data.seller.id).toBe(second.data.seller.id)
    expect(await counts(app, ["member", "seller", "request"])).toEqual({
      member: 1,
      seller: 2,
      request: 2,
    })
    const history = await api.get("/admin/requests?type=seller", admin)
    expect(history.data.count).toBe(2)
    for (const request of history.data.requests) {
      expect(request.reviewer_id).toMatch(/^user_/)
      expect(request.reviewed_at).toEqual(expect.any(String))
    }
  })

  it("lets exactly one of many parallel reviews win, with one effect", async () => {
    const world = await createWorld(app)
    const log = eventLog(world.container, [
      "seller.accepted",
      "seller.rejected",
      "request.accepted",
      "request.rejected",
    ])
    const { data } = await applyAs(world, "bob@example.com", application("Bob"))
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        decide(world, data.request_id, n % 2 ? "accepted" : "rejected")
      )
    )
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    for (const lost of answers.filter((answer) => answer !== won[0])) {
      expect(lost.status).toBe(400)
      expect(lost.data.message).toContain(`${data.request_id} is already`)
    }
    const outcome = won[0]?.data.status
    const again = await decide(world, data.request_id, "accepted")
    expect(again.status).toBe(400)
    expect(await rows(app, "select to_status from request_change")).toEqual([
      { to_status: outcome },
    ])
    expect(
      await rows(app, "select from_status, to_status from seller_status_change")
    ).toEqual([
      {
        from_status: "pending",
        to_status: outcome === "accepted" ? "active" : "terminated",
      },
    ])
    expect((await log.take()).map(({ name }) => name).sort()).toEqual([
      `request.${outcome}`,
      `seller.${outcome}`,
    ])
  })

  it("leaves the request pending when the effect of its acceptance fails", async () => {
    const world = await createWorld(app)
    const { data } = await applyAs(world, "bob@example.com", application("Bob"))
    const { result } = await createShippingProfilesWorkflow(
      world.container
    ).run({
      input: { data: [{ name: `${data.seller.id}:Default`, type: "default" }] },
    })
    const failed = await decide(world, data.request_id, "accepted", "Welcome")
    expect(failed.status).toBe(400)
    expect(await rows(app, "select status from seller")).toEqual([
      { status: "pending" },
    ])
    expect(
      await rows(app, "select status, reviewer_id, reviewer_note from request")
    ).toEqual([{ status: "pending", reviewer_id: null, reviewer_note: null }])
    expect(
      await counts(app, ["request_change", "seller_status_change"])
    ).toEqual({ request_change: 0, seller_status_change: 0 })
    await world.container
      .resolve(Modules.FULFILLMENT)
      .deleteShippingProfiles(result.map(({ id }) => id))
    const done = await decide(world, data.request_id, "accepted")
    expect(done.data.createdResource.store_status).toBe("ACTIVE")
  })

  it("keeps the name and handle of a waiting application for it, so that its acceptance finds them free", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const bob = await applyAs(world, "bob@example.com", application("Bob"))
    const alice = await acceptedSeller(world, "Alice")
    const rival = await applyAs(world, "eve@example.com", application("BOB"))
    expect(rival.status).toBe(409)
    for (const body of [{ name: "bob" }, { handle: "bob" }]) {
      const renamed = await api.post("/vendor/sellers/me", body, alice.as)
      expect(renamed.status).toBe(409)
      const byOperator = await api.post(
        `/admin/sellers/${alice.seller.id}`,
        body,
        admin
      )
      expect(byOperator.status).toBe(409)
    }
    const accepted = await decide(world, bob.data.request_id, "accepted")
    expect(accepted.data.createdResource).toMatchObject({
      name: "Bob",
      handle: "bob",
      store_status: "ACTIVE",
    })
  })

  it("answers unknown requests and bad decisions with what is wrong", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const { data } = await applyAs(world, "bob@example.com", application("Bob"))
    const path = `/admin/requests/${data.request_id}`
    expect((await api.get(path)).status).toBe(401)
    expect((await api.get("/admin/requests/req_nothing", admin)).status).toBe(
      404
    )
    expect((await decide(world, "req_nothing", "accepted")).status).toBe(404)
    const bad = await api.post(path, { status: "pending" }, admin)
    expect(bad.status).toBe(400)
    expect(bad.data.message).toContain("status")
    const one = await api.get(path, admin)
    expect(one.data.request).toMatchObject({
      type: "seller",
      status: "pending",
      seller: { name: "Bob" },
    })
    for (const query of [
      "status=accepted",
      "type=product",
      "q=nobody",
      "seller_id=sel_other",
      "created_at[$gte]=2100-01-01",
    ]) {
      const list = await api.get(`/admin/requests?${query}`, admin)
      expect([query, list.status, list.data.count]).toEqual([query, 200, 0])
    }
    const found = await api.get(
      `/admin/requests?seller_id=${data.seller.id}&status=pending,draft&order=-created_at`,
      admin
    )
    expect(found.data.count).toBe(1)
  })
}
