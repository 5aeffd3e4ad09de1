import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { formOf, pdf, png } from "../../files/samples"
import { registerCustomer } from "../../customers"
import { counts, rows } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import { delivered } from "./delivered"

type Client = Awaited<ReturnType<typeof newSeller>>["client"]

/** Documents that sellers hand in, and private files that explain a request. */
export const papers: Suite = (app) => {
  async function scene() {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    const alice = await newSeller(world, "Alice")
    const store = async ({ as }: Client, name = "id.pdf") => {
      const form = formOf([{ name, content: pdf() }])
      const { data } = await world.api.post("/vendor/documents", form, as)
      return String(data.documents[0].id)
    }
    const ask = ({ as }: Client, data: object, more: object = {}) =>
      world.api.post(
        "/vendor/requests",
        { request: { type: "seller_document", data, ...more } },
        as
      )
    return { world, bob, alice, store, ask }
  }

  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

  it("is handed in, read and accepted by the operator, and runs out once", async () => {
    const { world, bob, alice, store, ask } = await scene()
    const log = eventLog(world.container, [
      "request.submitted",
      "request.accepted",
      "seller_document.expired",
    ])
    const document_id = await store(bob.client)
    const expires_at = inAnHour()
    const wish = { document_id, kind: "identity", expires_at }
    expect((await ask(alice.client, wish)).status).toBe(404)
    const past = { ...wish, expires_at: "2020-01-01T00:00:00Z" }
    expect((await ask(bob.client, past)).status).toBe(400)
    expect((await ask(bob.client, { ...wish, kind: "poem" })).status).toBe(400)
    const { status, data } = await ask(bob.client, wish)
    expect([status, data.request?.title]).toEqual([201, "identity"])
    expect((await ask(bob.client, wish)).status).toBe(409)
    const path = `/vendor/documents/${document_id}`
    const early = await world.api.delete(path, bob.client.as)
    expect([early.status, early.data.message]).toEqual([
      400,
      expect.stringContaining(data.request.id),
    ])
    const paper = `/admin/requests/${data.request.id}/attachments/${document_id}`
    const read = await world.api.get(paper, world.admin)
    expect([read.status, read.data]).toEqual([200, pdf()])
    const accepted = await decide(world, data.request.id, "accepted")
    expect(accepted.data).toMatchObject({
      createdResourceType: "document",
      createdResource: { id: document_id },
    })
    const { document } = await bob.client.get(`/documents/${document_id}`)
    expect(document).toMatchObject({
      ...{ kind: "identity", status: "accepted", expires_at },
    })
    const listed = await world.api.get(
      `/admin/sellers/${bob.seller.id}/documents?kind=identity&status=accepted`,
      world.admin
    )
    expect(listed.data.count).toBe(1)
    await rows(app, "update document set expires_at = now() - interval '1 s'")
    for (const found of [1, 0]) {
      const { result } = await runSweepersWorkflow(world.container).run({
        input: { names: ["expired-documents"] },
      })
      expect(result).toMatchObject([{ found, mended: found, failed: 0 }])
    }
    expect(await rows(app, "select status from document")).toEqual([
      { status: "expired" },
    ])
    expect(await log.take()).toMatchObject([
      { name: "request.submitted" },
      { name: "request.accepted" },
      {
        name: "seller_document.expired",
        data: { id: document_id, seller_id: bob.seller.id, kind: "identity" },
      },
    ])
  })

  it("is rejected with a note, handed in again, and withdrawn", async () => {
    const { world, bob, store, ask } = await scene()
    const document_id = await store(bob.client)
    const first = await ask(bob.client, { document_id, kind: "tax" })
    await decide(world, first.data.request.id, "rejected", "Too dark")
    expect(await rows(app, "select status, kind from document")).toEqual([
      { status: "rejected", kind: "tax" },
    ])
    const again = await ask(bob.client, { document_id, kind: "tax" })
    const { request } = await bob.client.post(
      `/requests/${again.data.request.id}/withdraw`
    )
    expect(request).toMatchObject({ status: "withdrawn" })
    const seen = await bob.client.get("/requests?type=seller_document")
    expect(seen.requests[1]).toMatchObject({ reviewer_note: "Too dark" })
    expect(await bob.client.delete(`/documents/${document_id}`)).toMatchObject({
      deleted: true,
    })
  })

  it("explains a request by private files that its seller and the operator read, and nobody else", async () => {
    const { world, bob, alice, store } = await scene()
    const { api } = world
    const own = await store(bob.client)
    const foreign = await store(alice.client)
    const wish = (attachments: unknown) => ({
      request: { type: "product_tag", data: { value: "light" }, attachments },
    })
    const post = (attachments: unknown) =>
      api.post("/vendor/requests", wish(attachments), bob.client.as)
    expect((await post([own, foreign])).status).toBe(404)
    expect((await post(["doc_1"])).status).toBe(404)
    expect(await counts(app, ["request"])).toEqual({ request: 0 })
    const { data } = await post([own])
    expect(data.request.attachments).toEqual([own])
    const path = `/requests/${data.request.id}/attachments`
    const statuses = async (id: string) =>
      (
        await Promise.all([
          api.get(`/vendor${path}/${id}`, bob.client.as),
          api.get(`/vendor${path}/${id}`, alice.client.as),
          api.get(`/admin${path}/${id}`, world.admin),
          api.get(`/admin${path}/${id}`),
        ])
      ).map(({ status }) => status)
    expect(await statuses(own)).toEqual([200, 404, 200, 401])
    expect(await statuses(foreign)).toEqual([404, 404, 404, 401])
    const edited = await bob.client.post(`/requests/${data.request.id}`, {
      request: { data: { value: "lighter" }, attachments: [] },
    })
    expect(edited.request.attachments).toEqual([])
    expect(await statuses(own)).toEqual([404, 404, 404, 401])
  })

  it("shows the pictures of a return to its buyer, its seller and the operator", async () => {
    const { world, seller, clara, ask } = await delivered(app)
    const { api } = world
    const eve = await registerCustomer(world, "eve@example.com")
    const upload = async (as: object, content: Buffer | string) =>
      await api.post(
        "/store/return-request/photos",
        formOf([{ name: "a.png", content, type: "image/png" }]),
        as
      )
    expect((await upload(clara.as, "<svg/>")).status).toBe(400)
    expect((await upload(world.store, await png())).status).toBe(401)
    const { data } = await upload(clara.as, await png())
    const theirs = await upload(eve.as, await png())
    const stolen = await ask(1, { photos: [theirs.data.photos[0].id] })
    expect([stolen.status, stolen.data.message]).toEqual([
      400,
      expect.stringContaining("photos"),
    ])
    const [{ id: photo }] = data.photos
    const asked = await ask(1, { photos: [photo] })
    const { id, photos } = asked.data.order_return_request
    expect(photos).toEqual([photo])
    const path = `/return-request/${id}/photos/${photo}`
    const answers = await Promise.all([
      api.get(`/store${path}`, clara.as),
      api.get(`/vendor${path}`, seller.as),
      api.get(`/admin/requests/${id}/attachments/${photo}`, world.admin),
      api.get(`/store${path}`, eve.as),
      api.get(`/store${path}`, world.store),
      api.get(`/vendor/documents/${photo}/download`, seller.as),
    ])
    expect(answers.map(({ status }) => status)).toEqual([
      200, 200, 200, 404, 401, 404,
    ])
    expect(answers[1]?.headers["content-type"]).toBe("image/png")
    expect(
      await rows(
        app,
        "select actor_type from document_read order by actor_type"
      )
    ).toEqual(
      ["customer", "member", "user"].map((actor_type) => ({ actor_type }))
    )
  })

  it("makes, changes and withdraws several requests at once, or none", async () => {
    const { world, bob } = await scene()
    const { api } = world
    const tag = (value: string) => ({
      request: { type: "product_tag", data: { value } },
    })
    const one = (await bob.client.post("/requests", tag("one"))).request
    const two = (await bob.client.post("/requests", tag("two"))).request
    const three = (await bob.client.post("/requests", tag("three"))).request
    await decide(world, three.id, "rejected")
    const state = () =>
      rows(app, "select title, status from request order by created_at, title")
    const before = await state()
    const refused: object[] = [
      { create: [tag("four"), tag("")], delete: [two.id] },
      { create: [tag("four"), tag("one")] },
      { create: [tag("four")], update: [{ id: three.id, ...tag("five") }] },
      { update: [{ id: one.id, ...tag("five") }], delete: [three.id] },
      { create: [tag("four")], delete: ["req_1"] },
    ]
    for (const body of refused) {
      const answer = await api.post(
        "/vendor/requests/batch",
        body,
        bob.client.as
      )
      expect([answer.status >= 400 && answer.status < 410, body]).toEqual([
        true,
        body,
      ])
      expect(await state()).toEqual(before)
    }
    const done = await bob.client.post("/requests/batch", {
      create: [tag("four"), tag("five")],
      update: [{ id: one.id, ...tag("uno") }],
      delete: [two.id],
    })
    expect(done).toMatchObject({
      created: [{ title: "four" }, { title: "five" }],
      updated: [{ id: one.id, title: "uno", revision: 2 }],
      deleted: [two.id],
    })
    expect(await counts(app, ["request"])).toEqual({ request: 5 })
    expect((await bob.client.get("/requests?status=withdrawn")).count).toBe(1)
  })
}
