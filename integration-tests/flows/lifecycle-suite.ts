import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Suite } from "../app"
import { eventLog } from "../event-log"
import { signIn } from "../members"
import { rows } from "../rows"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
  type World,
} from "../world"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import { sellerTransitions } from "../../src/modules/seller/transitions"
import { sellerStatuses } from "../../src/modules/seller/types"

const events = sellerTransitions.map(({ event }) => `seller.${event}`)

const setStatus = (
  { api, admin }: World,
  seller: { id: string },
  status: string,
  reason = ""
) => api.post(`/admin/sellers/${seller.id}/status`, { status, reason }, admin)

export const lifecycle: Suite = (app) => {
  it("takes the rows of the table that are the operator's and no other, each with one event and its reason", async () => {
    const world = await createWorld(app)
    const log = eventLog(world.container, events)
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    const bob = await createSeller(world, "Bob's Parts")
    for (const from of sellerStatuses) {
      for (const to of sellerStatuses) {
        await sellers.updateSellers({ id: bob.id, status: from })
        const row = sellerTransitions.find(
          (t) => t.from === from && t.to === to && t.by === "operator"
        )
        const { status, data } = await setStatus(world, bob, to, "Because")
        expect([from, to, status]).toEqual([from, to, row ? 200 : 400])
        const [seller] = await rows(app, "select status from seller")
        expect(seller?.status).toBe(row ? to : from)
        const seen = await log.take()
        const change = { id: bob.id, from, to, reason: "Because" }
        expect(seen).toEqual(
          row ? [{ name: `seller.${row.event}`, data: change }] : []
        )
        if (row) {
          expect(data.seller.status_changes.at(-1)).toMatchObject({
            from_status: from,
            to_status: to,
            reason: "Because",
            actor_id: expect.stringMatching(/^user_/),
          })
        }
      }
    }
    const operatorRows = sellerTransitions.filter((t) => t.by === "operator")
    expect(await rows(app, "select id from seller_status_change")).toHaveLength(
      operatorRows.length
    )
  })

  it("changes the status by no other update, and by the classic one as a transition", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const log = eventLog(world.container, events)
    const bob = await createSeller(world, "Bob's Parts")
    const owner = await signIn(world, bob, "owner")
    const keys = ["status", "store_status", "commission", "currency_code", "id"]
    for (const key of keys) {
      const own = await api.post(
        "/vendor/sellers/me",
        { [key]: "suspended" },
        owner.as
      )
      expect([key, own.status]).toEqual([key, 400])
    }
    for (const key of keys.filter((name) => name !== "store_status")) {
      const { status } = await api.post(
        `/admin/sellers/${bob.id}`,
        { [key]: "suspended" },
        admin
      )
      expect([key, status]).toEqual([key, 400])
    }
    const classic = async (store_status: string) =>
      await api.post(`/admin/sellers/${bob.id}`, { store_status }, admin)
    const suspended = await classic("SUSPENDED")
    expect(suspended.data.seller).toMatchObject({
      status: "suspended",
      store_status: "SUSPENDED",
    })
    expect((await classic("SUSPENDED")).status).toBe(200)
    const both = await api.post(
      `/admin/sellers/${bob.id}`,
      { store_status: "ACTIVE", name: "Bob's Better Parts", city: "Köln" },
      admin
    )
    expect(both.data.seller).toMatchObject({
      name: "Bob's Better Parts",
      city: "Köln",
      store_status: "ACTIVE",
    })
    const refused = await api.post(
      `/admin/sellers/${bob.id}`,
      { store_status: "INACTIVE", name: "Bob's Last Parts" },
      admin
    )
    expect(refused.status).toBe(400)
    expect(await rows(app, "select name, status from seller")).toEqual([
      { name: "Bob's Better Parts", status: "active" },
    ])
    expect((await log.take()).map(({ name }) => name)).toEqual([
      "seller.suspended",
      "seller.reactivated",
    ])
  })

  it("takes a suspended seller off the storefront, lets it read and write its profile only, and brings all back", async () => {
    const world = await createWorld(app)
    const { api, store } = world
    const bob = await createSeller(world, "Bob's Parts")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const cartId = await readyCart(
      world,
      [{ variantId: bolt.variantId, quantity: 1 }],
      [bob.shippingOptionId]
    )
    const { as } = await signIn(world, bob, "owner")
    const storefront = async () => {
      const product = await api.get(`/store/products/${bolt.id}`, store)
      const list = await api.get("/store/products?q=Bolt", store)
      const page = await api.get(`/store/seller/${bob.handle}`, store)
      const options = await api.get(
        `/store/shipping-options?cart_id=${cartId}`,
        store
      )
      return [
        product.status,
        list.data.count,
        page.status,
        options.data.shipping_options.length,
      ]
    }
    expect(await storefront()).toEqual([200, 1, 200, 1])
    expect((await setStatus(world, bob, "suspended")).status).toBe(200)
    expect(await storefront()).toEqual([404, 0, 404, 0])
    const reads = await api.get("/vendor/sellers/me", as)
    expect(reads.data.seller.store_status).toBe("SUSPENDED")
    const profile = await api.post(
      "/vendor/sellers/me",
      { description: "<b>Bolts</b><script>alert(1)</script>" },
      as
    )
    expect(profile.data.seller.description).toContain("<script>")
    const refused = await api.post(
      "/vendor/invites",
      { email: "eve@example.com" },
      as
    )
    expect([refused.status, refused.data]).toEqual([
      403,
      expect.objectContaining({
        message: "Operation not allowed for current store status",
        code: "seller_suspended",
      }),
    ])
    const line = { variant_id: bolt.variantId, quantity: 1 }
    for (const call of [
      api.post(`/store/carts/${cartId}/line-items`, line, store),
      api.post(`/store/carts/${cartId}/complete`, {}, store),
    ]) {
      const { status, data } = await call
      expect([status, data.message]).toEqual([
        400,
        expect.stringContaining('"Bolt" cannot be bought'),
      ])
    }
    expect(await rows(app, 'select id from "order"')).toEqual([])
    expect((await setStatus(world, bob, "active")).status).toBe(200)
    expect(await storefront()).toEqual([200, 1, 200, 1])
    const shown = await api.get(`/store/seller/${bob.handle}`, store)
    expect(shown.data.seller.description).toBe(
      "<b>Bolts</b>&lt;script>alert(1)&lt;/script>"
    )
    const { status } = await api.post(
      `/store/carts/${cartId}/complete`,
      {},
      store
    )
    expect([status, await rows(app, 'select status from "order"')]).toEqual([
      200,
      [{ status: "pending" }],
    ])
  })

  it("follows the vacation that a seller sets, and refuses one that ends before it begins", async () => {
    const world = await createWorld(app)
    const { api, store } = world
    const bob = await createSeller(world, "Bob's Parts")
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const { as } = await signIn(world, bob, "owner")
    const at = (hours: number) =>
      new Date(Date.now() + hours * 3_600_000).toISOString()
    const visible = async (from: string | null, until: string | null) => {
      const { status } = await api.post(
        "/vendor/sellers/me",
        { vacation_from: from, vacation_until: until },
        as
      )
      expect(status).toBe(200)
      return (await api.get(`/store/products/${bolt.id}`, store)).status
    }
    expect(await visible(at(1), at(2))).toBe(200)
    expect(await visible(at(-1), at(2))).toBe(404)
    expect(await visible(at(-1), null)).toBe(404)
    expect(await visible(at(-2), at(-1))).toBe(200)
    expect(await visible(null, null)).toBe(200)
    const refused = await api.post(
      "/vendor/sellers/me",
      { vacation_from: at(2), vacation_until: at(1) },
      as
    )
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain("'vacation_until'")
    const odd = await api.post(
      "/vendor/sellers/me",
      { vacation_from: "next week" },
      as
    )
    expect(odd.data.message).toContain("'vacation_from'")
  })

  it("terminates only a suspended seller without open orders, and frees its name", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const order = await world.container
      .resolve(Modules.ORDER)
      .createOrders({ currency_code: "eur", email: "clara@example.com" })
    await world.container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.ORDER]: { order_id: order.id },
      [SELLER_MODULE]: { seller_id: bob.id },
    })
    await setStatus(world, bob, "suspended")
    const refused = await setStatus(world, bob, "terminated")
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain("open orders (1)")
    await world.container
      .resolve(Modules.ORDER)
      .updateOrders([{ id: order.id, status: "completed" }])
    const done = await setStatus(world, bob, "terminated", "Closed the shop")
    expect(done.data.seller).toMatchObject({
      status: "terminated",
      store_status: "INACTIVE",
    })
    const heir = await createSeller(world, "Bob's Parts")
    expect(heir.handle).toBe(bob.handle)
  })

  it("keeps the handle when a seller is renamed, unless it is asked for another", async () => {
    const world = await createWorld(app)
    const { api } = world
    const bob = await createSeller(world, "Bob's Parts")
    await createSeller(world, "Alice's Wares")
    const { as } = await signIn(world, bob, "owner")
    const save = async (body: object) =>
      await api.post("/vendor/sellers/me", body, as)
    const renamed = await save({ name: "Bob & Sons", phone: "", photo: null })
    expect(renamed.data.seller).toMatchObject({
      name: "Bob & Sons",
      handle: "bob-s-parts",
      phone: "",
    })
    const moved = await save({ handle: "bob-and-sons" })
    expect(moved.data.seller.handle).toBe("bob-and-sons")
    const taken = await save({ name: "alice's wares" })
    expect([taken.status, taken.data.message]).toEqual([
      409,
      'The name "alice\'s wares" is already taken by another seller',
    ])
    expect((await save({ handle: "alice-s-wares" })).status).toBe(409)
    expect((await save({ handle: "Bob!" })).status).toBe(400)
    expect((await save({ name: " " })).status).toBe(400)
    // Forms send an emptied field as it is: no new name.
    expect((await save({ name: "" })).status).toBe(200)
    expect(
      await rows(app, "select name, handle from seller where id = $1", [bob.id])
    ).toEqual([{ name: "Bob & Sons", handle: "bob-and-sons" }])
  })
}
