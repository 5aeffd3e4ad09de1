import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { formOf } from "../../files/samples"
import { counts, rows } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"
import { changeSellerStatusWorkflow } from "../../../src/workflows/seller/change-seller-status"
import { chainIn, inStore, rule } from "./products"

export const products: Suite = (app) => {
  it("hides a new product until it is accepted, shows a rejected one to nobody, and takes it again", async () => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const log = eventLog(world.container, [
      "request.submitted",
      "request.accepted",
      "request.rejected",
    ])
    const bob = await newSeller(world, "Bob")
    const { product, requests } = await bob.client.post(
      "/products",
      chainIn(world, "bob")
    )
    expect(product.status).toBe("proposed")
    expect(requests).toMatchObject([
      {
        type: "product",
        status: "pending",
        title: "Bicycle chain",
        data: { product_id: product.id, variants: [{}, {}] },
      },
    ])
    expect(await inStore(world, product.id)).toBeUndefined()
    const path = `/products/${product.id}`
    await decide(world, requests[0].id, "rejected", "No picture")
    expect((await bob.client.get(path)).product.status).toBe("rejected")

    const again = await bob.client.post(path, { title: "Chain, oiled" })
    expect(again.product.status).toBe("proposed")
    expect(again.requests).toMatchObject([
      { type: "product", status: "pending", title: "Chain, oiled" },
    ])
    expect(again.requests[0].id).not.toBe(requests[0].id)
    const edited = await bob.client.post(path, { title: "Chain, waxed" })
    expect(edited.requests).toMatchObject([
      { id: again.requests[0].id, title: "Chain, waxed", revision: 2 },
    ])
    expect(
      (await decide(world, again.requests[0].id, "accepted")).data
    ).toMatchObject({
      createdResourceType: "product",
      createdResource: { id: product.id },
    })
    expect(await inStore(world, product.id)).toMatchObject({
      title: "Chain, waxed",
    })
    expect((await log.take()).map(({ name }) => name)).toEqual([
      "request.submitted",
      "request.rejected",
      "request.submitted",
      "request.accepted",
    ])
  })

  it("reaches published by no vendor route while approval is on", async () => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const bob = await newSeller(world, "Bob")
    const { product: draft } = await bob.client.post("/products", {
      ...chainIn(world, "a"),
      status: "draft",
    })
    expect(draft.status).toBe("draft")
    await bob.client.post(`/products/${draft.id}`, { status: "published" })
    await bob.client.post("/products/batch", {
      create: [{ ...chainIn(world, "b"), title: "Second" }],
      update: [{ id: draft.id, status: "published", title: "Renamed" }],
    })
    expect(
      await rows(app, "select title, status from product order by title")
    ).toEqual([
      { title: "Renamed", status: "proposed" },
      { title: "Second", status: "proposed" },
    ])
    expect(await counts(app, ["request"])).toEqual({ request: 2 })
    const set = await world.api.post(
      `/vendor/products/${draft.id}/status`,
      { status: "published" },
      bob.client.as
    )
    expect([set.status, set.data.product?.status]).toEqual([200, "proposed"])
    const file = [
      "Product Id,Product Handle,Product Title,Product Status,Variant Title,Variant Sku,Variant Price EUR,Variant Option 1 Name,Variant Option 1 Value",
      `${draft.id},,Renamed,published,,,,,`,
      ",third,Third,published,One,third-1,5,Size,One",
    ].join("\n")
    const imported = await world.api.post(
      "/vendor/products/import",
      formOf([{ name: "a.csv", content: file, type: "text/csv" }], "file"),
      bob.client.as
    )
    expect(imported.status).toBe(201)
    expect(
      await rows(app, "select distinct status from product order by status")
    ).toEqual([{ status: "proposed" }])
    expect(await counts(app, ["request"])).toEqual({ request: 3 })
    const refused = await world.api.post(
      `/vendor/products/${draft.id}`,
      { status: "draft" },
      bob.client.as
    )
    expect(refused.status).toBe(400)
    const [request] = (await bob.client.get("/requests?q=Renamed")).requests
    await bob.client.post(`/requests/${request.id}/withdraw`)
    expect((await bob.client.get(`/products/${draft.id}`)).product.status).toBe(
      "draft"
    )
  })

  it("publishes in the same call without approval, and creates nothing where sellers may not", async () => {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    const { product } = await bob.client.post("/products", {
      ...chainIn(world, "a"),
      status: "proposed",
    })
    expect(product.status).toBe("published")
    expect(await inStore(world, product.id)).toMatchObject({ id: product.id })
    await rule(world, "product_request_enabled", false)
    const before = await counts(app, ["product", "request"])
    const create = () =>
      world.api.post("/vendor/products", chainIn(world, "b"), bob.client.as)
    const refused = await create()
    expect([refused.status, refused.data.code]).toEqual([
      403,
      "product_creation_closed",
    ])
    await rule(world, "product_request_enabled")
    await rule(world, "global_product_catalog")
    expect((await create()).status).toBe(403)
    expect(await counts(app, ["product", "request"])).toEqual(before)
  })

  it("publishes what is accepted while its seller is away only on its return", async () => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const bob = await newSeller(world, "Bob")
    const { product, requests } = await bob.client.post(
      "/products",
      chainIn(world, "bob")
    )
    const move = (to: "suspended" | "active") =>
      changeSellerStatusWorkflow(world.container).run({
        input: {
          seller_id: bob.seller.id,
          to,
          by: "operator",
          actor_id: "user_1",
          reason: null,
        },
      })
    await move("suspended")
    expect((await decide(world, requests[0].id, "accepted")).status).toBe(200)
    expect(await inStore(world, product.id)).toBeUndefined()
    await move("active")
    expect(await inStore(world, product.id)).toMatchObject({ id: product.id })
  })
}
