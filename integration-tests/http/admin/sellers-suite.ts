import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"
import type { Suite } from "../../app"
import { mailbox } from "../../mailbox/mailbox"
import { application, applyAs, acceptedSeller } from "../../sign-up"
import { signIn } from "../../members"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
} from "../../world"
import { SELLER_MODULE } from "../../../src/modules/seller"

type Listed = { name: string }

export const operatorsSellers: Suite = (app) => {
  it("finds sellers by text, status and time, sorted and paged, with exact counts", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    expect((await api.get("/admin/sellers")).status).toBe(401)
    const bob = await acceptedSeller(world, "Bob's Parts")
    expect((await api.get("/admin/sellers", bob.as)).status).toBe(401)
    await acceptedSeller(world, "Alice's Wares")
    await applyAs(
      world,
      "zoe@example.com",
      application("100% Zoe", { email: "contact@zoe.example" })
    )
    const list = async (query: string) => {
      const { status, data } = await api.get(`/admin/sellers?${query}`, admin)
      return status === 200
        ? [data.count, data.sellers.map(({ name }: Listed) => name)]
        : [status, data.message]
    }
    const [alices, bobs, zoes] = ["Alice's Wares", "Bob's Parts", "100% Zoe"]
    expect(await list("order=name")).toEqual([3, [zoes, alices, bobs]])
    expect(await list("order=-email&fields=id,name")).toEqual([
      3,
      [zoes, bobs, alices],
    ])
    expect(await list("order=store_status&limit=9999")).toEqual([
      3,
      expect.arrayContaining([zoes]),
    ])
    expect(await list("order=name&limit=1&offset=1")).toEqual([3, [alices]])
    expect(await list("offset=9")).toEqual([3, []])
    expect(await list("q=PARTS")).toEqual([1, [bobs]])
    expect(await list("q=%25")).toEqual([1, [zoes]])
    expect(await list("q=zoe.example")).toEqual([1, [zoes]])
    expect(await list("store_status[]=INACTIVE")).toEqual([1, [zoes]])
    expect(await list("store_status=ACTIVE,INACTIVE&order=name")).toEqual([
      3,
      [zoes, alices, bobs],
    ])
    expect(await list("status=suspended")).toEqual([0, []])
    expect(await list("status=active&store_status=INACTIVE")).toEqual([0, []])
    expect(await list("created_at[$gte]=2100-01-01")).toEqual([0, []])
    expect(await list("created_at[$lte]=2100-01-01&q=bob")).toEqual([1, [bobs]])
    expect(await list("unknown_key=1&q=bob")).toEqual([1, [bobs]])
    expect(await list("store_status=OPEN")).toEqual([
      400,
      expect.stringContaining("store_status"),
    ])
    expect((await list("created_at[$gte]=soon"))[0]).toBe(400)
    expect((await list("limit=-1"))[0]).toBe(400)
    const one = await api.get(`/admin/sellers/${bob.seller.id}`, admin)
    expect(one.data.seller).toMatchObject({
      name: bobs,
      email: "bobsparts@example.com",
      tax_id: "",
      store_status: "ACTIVE",
      members: [{ email: "bobsparts@example.com", role: "owner" }],
      status_changes: [{ from_status: "pending", to_status: "active" }],
    })
    for (const id of ["sel_unknown", "unknown", "%00"]) {
      expect((await api.get(`/admin/sellers/${id}`, admin)).status).toBe(404)
    }
  })

  it("edits a seller and refuses what another seller has", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const bob = await acceptedSeller(world, "Bob's Parts")
    await acceptedSeller(world, "Alice's Wares")
    const path = `/admin/sellers/${bob.seller.id}`
    const saved = await api.post(
      path,
      { tax_id: "DE123", city: "", email: "New@Example.com" },
      admin
    )
    expect(saved.data.seller).toMatchObject({
      tax_id: "DE123",
      city: "",
      email: "new@example.com",
    })
    const taken = await api.post(
      path,
      { email: "aliceswares@example.com", tax_id: "other" },
      admin
    )
    expect([taken.status, taken.data.message]).toEqual([
      409,
      "Provided email is already taken",
    ])
    const after = await api.get(path, admin)
    expect(after.data.seller.tax_id).toBe("DE123")
    expect((await api.post("/admin/sellers/sel_x", {}, admin)).status).toBe(404)
  })

  it("shows a seller's orders, products and customer groups, and nobody else's", async () => {
    const world = await createWorld(app)
    const { api, admin, container, store } = world
    const bob = await createSeller(world, "Bob's Parts")
    const alice = await createSeller(world, "Alice's Wares")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const mug = await createProduct(world, alice, { title: "Mug", price: 20 })
    const { result: groups } = await createCustomerGroupsWorkflow(
      container
    ).run({ input: { customersData: [{ name: "Regulars" }] } })
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.CUSTOMER]: { customer_group_id: groups[0]?.id },
      [SELLER_MODULE]: { seller_id: bob.id },
    })
    const cartId = await readyCart(
      world,
      [bolt, mug].map(({ variantId }) => ({ variantId, quantity: 1 })),
      [bob.shippingOptionId, alice.shippingOptionId]
    )
    const placed = await api.post(`/store/carts/${cartId}/complete`, {}, store)
    expect(placed.status).toBe(200)
    const tab = async (id: string, name: string) =>
      (await api.get(`/admin/sellers/${id}/${name}?fields=*x`, admin)).data
    const orders = await tab(bob.id, "orders")
    expect(orders).toMatchObject({
      count: 1,
      orders: [
        {
          status: "pending",
          payment_status: expect.any(String),
          fulfillment_status: "not_fulfilled",
          customer: { email: "clara@example.com" },
        },
      ],
    })
    expect(orders.orders[0].total).toBeCloseTo((10 + 5) * 1.19, 2)
    expect(await tab(bob.id, "products")).toMatchObject({
      count: 1,
      products: [{ title: "Bolt", status: "published", variants: [{}] }],
    })
    expect(await tab(alice.id, "products")).toMatchObject({
      count: 1,
      products: [{ id: mug.id }],
    })
    expect(await tab(bob.id, "customer-groups")).toMatchObject({
      count: 1,
      customer_groups: [{ name: "Regulars", customers: [] }],
    })
    expect(await tab(alice.id, "customer-groups")).toMatchObject({ count: 0 })
    expect(
      (await api.get("/admin/sellers/sel_nobody/orders", admin)).status
    ).toBe(404)
    await api.post(
      `/admin/sellers/${bob.id}/status`,
      { status: "suspended" },
      admin
    )
    expect(await tab(bob.id, "products")).toMatchObject({
      products: [{ title: "Bolt", status: "published" }],
    })
    const refused = await api.post(
      `/admin/sellers/${bob.id}/status`,
      { status: "terminated" },
      admin
    )
    expect([refused.status, refused.data.message]).toEqual([
      400,
      expect.stringContaining("open orders (1)"),
    ])
    const owner = await signIn(world, bob, "owner")
    expect((await api.get("/vendor/sellers/me", owner.as)).status).toBe(200)
  })

  it("invites somebody to apply, with a mail that gives no right", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const send = (body: object) =>
      api.post("/admin/sellers/invite", body, admin)
    const url = "https://vendor.example.com/register"
    const invited = await send({
      email: "Max@example.com",
      registration_url: url,
    })
    expect([invited.status, invited.data]).toEqual([
      201,
      { invitation: { email: "max@example.com", registration_url: url } },
    ])
    expect(mailbox().at(-1)).toMatchObject({
      to: "max@example.com",
      template: "seller-invitation",
      data: { url },
    })
    for (const [body, word] of [
      [{ email: "max@example.com" }, "'registration_url'"],
      [{ email: "max" }, "'email'"],
      [
        { email: "max@example.com", registration_url: "javascript:x" },
        "registration_url",
      ],
    ] as const) {
      const refused = await send(body)
      expect([refused.status, refused.data.message]).toEqual([
        400,
        expect.stringContaining(word),
      ])
    }
  })
}
