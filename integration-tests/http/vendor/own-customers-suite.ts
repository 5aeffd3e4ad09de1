import type { App } from "../../app"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import { readyCart } from "../../world"
import { openTwoSellerShop } from "./two-seller-cart"

type Customer = { id: string; email: string }

/** Customers are those who bought from the seller; groups and reservations are its own. */
export const ownCustomers = (app: App) => {
  let shop: Awaited<ReturnType<typeof openTwoSellerShop>>
  let alice: ReturnType<typeof vendor>
  let bob: ReturnType<typeof vendor>

  /** Guests, each with one order. */
  async function buy(email: string, of: "alice" | "bob" | "both") {
    const { world, chain, bell } = shop
    const bought = { alice: [chain], bob: [bell], both: [chain, bell] }[of]
    const options = {
      alice: [shop.alice],
      bob: [shop.bob],
      both: [shop.alice, shop.bob],
    }[of].map((seller) => seller.shippingOptionId)
    const cartId = await readyCart(
      world,
      bought.map(({ variantId }) => ({ variantId, quantity: 1 })),
      options
    )
    await world.api.post(`/store/carts/${cartId}`, { email }, world.store)
    const { status, data } = await world.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    expect({ status, data }).toMatchObject({ status: 200 })
  }

  beforeAll(async () => {
    shop = await openTwoSellerShop(app)
    const as = async (seller: { id: string }) =>
      vendor(shop.world, (await signIn(shop.world, seller)).as)
    alice = await as(shop.alice)
    bob = await as(shop.bob)
    await buy("anna@example.com", "alice")
    await buy("ben@example.com", "bob")
    await buy("cleo@example.com", "both")
  })

  const emails = async (client: typeof alice, query = "") => {
    const { customers, count } = await client.get(`/customers?${query}`)
    return [customers.map(({ email }: Customer) => email), count]
  }

  const find = async (client: typeof alice, name: string): Promise<Customer> =>
    (await client.get(`/customers?q=${name}`)).customers[0]

  it("shows who bought, with what an order needs, and nobody else", async () => {
    expect(await emails(alice, "order=email")).toEqual([
      ["anna@example.com", "cleo@example.com"],
      2,
    ])
    expect(await emails(bob, "order=-email")).toEqual([
      ["cleo@example.com", "ben@example.com"],
      2,
    ])
    expect(await emails(alice, "q=cleo")).toEqual([["cleo@example.com"], 1])
    expect(await emails(alice, "q=ben")).toEqual([[], 0])
    expect(await emails(alice, "limit=1&offset=1&order=email")).toEqual([
      ["cleo@example.com"],
      2,
    ])
    const cleo = await find(alice, "cleo")
    const all =
      "*addresses,*orders,metadata,created_by,*groups,email,*account_holders"
    const { customer } = await alice.get(`/customers/${cleo.id}?fields=${all}`)
    expect(customer).toEqual({
      id: cleo.id,
      email: "cleo@example.com",
      groups: [],
    })
    const ben = await find(bob, "ben")
    const foreign = await shop.world.api.get(
      `/vendor/customers/${ben.id}`,
      alice.as
    )
    expect(foreign.status).toBe(404)
    const { orders, count } = await alice.get(`/customers/${cleo.id}/orders`)
    expect([orders.length, count]).toEqual([1, 1])
    expect(orders[0].items).toMatchObject([{ product_title: "Chain" }])
  })

  it("groups its own customers under names that others may use too", async () => {
    const { customer_group: mine } = await alice.post("/customer-groups", {
      name: "VIP",
    })
    const { customer_group: theirs } = await bob.post("/customer-groups", {
      name: "VIP",
    })
    expect([mine.name, theirs.name]).toEqual(["VIP", "VIP"])
    const again = await shop.world.api.post(
      "/vendor/customer-groups",
      { name: "VIP" },
      alice.as
    )
    expect(again.status).toBeGreaterThanOrEqual(400)
    expect(again.status).toBeLessThan(500)
    const [cleo, ben] = [await find(alice, "cleo"), await find(bob, "ben")]
    await alice.post(`/customers/${cleo.id}/customer-groups`, {
      add: [mine.id],
    })
    await bob.post(`/customer-groups/${theirs.id}/customers`, {
      add: [ben.id, cleo.id],
    })
    const { customer } = await alice.get(
      `/customers/${cleo.id}?fields=*groups, *groups.customers`
    )
    expect(customer.groups).toMatchObject([{ id: mine.id, name: "VIP" }])
    const { customer_groups, count } = await alice.get("/customer-groups")
    expect(count).toBe(1)
    expect(customer_groups).toMatchObject([
      {
        customer_group_id: mine.id,
        customer_group: {
          id: mine.id,
          name: "VIP",
          customers: [{ id: cleo.id, email: "cleo@example.com" }],
        },
      },
    ])
    expect(JSON.stringify(customer_groups)).not.toContain(theirs.id)
    expect(await emails(alice, `groups=${mine.id}`)).toEqual([
      ["cleo@example.com"],
      1,
    ])
    const stolen = await shop.world.api.post(
      `/vendor/customer-groups/${mine.id}/customers`,
      { add: [cleo.id, ben.id] },
      alice.as
    )
    expect(stolen.status).toBe(404)
    const { customer_group } = await alice.post(`/customer-groups/${mine.id}`, {
      metadata: { tier: 1 },
    })
    expect(customer_group).toMatchObject({ name: "VIP", metadata: { tier: 1 } })
    await alice.post(`/customers/${cleo.id}/customer-groups`, {
      remove: [mine.id],
    })
    expect(
      (await alice.get(`/customer-groups/${mine.id}`)).customer_group.customers
    ).toEqual([])
  })

  it("reserves own items at own locations only", async () => {
    const { chain, bell, alice: seller, bob: other } = shop
    const before = await alice.get("/reservations")
    // One for each of the two orders.
    expect(before.count).toBe(2)
    const body = {
      inventory_item_id: chain.inventoryItemId,
      location_id: seller.stockLocationId,
      quantity: 3,
      description: "Trade fair",
    }
    const { reservation } = await alice.post("/reservations", body)
    expect(reservation).toMatchObject({
      ...body,
      inventory_item: { id: chain.inventoryItemId },
    })
    for (const [foreign, status] of [
      [{ inventory_item_id: bell.inventoryItemId }, 404],
      [{ location_id: other.stockLocationId }, 404],
      [{ quantity: -5 }, 400],
      [{ line_item_id: "ordli_none" }, 404],
    ] as const) {
      const res = await shop.world.api.post(
        "/vendor/reservations",
        { ...body, ...foreign },
        alice.as
      )
      expect(res.status).toBe(status)
    }
    const of = (query: string) => alice.get(`/reservations?${query}`)
    expect((await of("q=fair")).count).toBe(1)
    expect((await of(`location_id[]=${seller.stockLocationId}`)).count).toBe(3)
    expect((await of("quantity[$gt]=2")).count).toBe(1)
    await alice.post(`/reservations/${reservation.id}`, { quantity: 4 })
    const { location_levels } = await alice.get(
      `/inventory-items/${chain.inventoryItemId}/location-levels`
    )
    expect(location_levels[0].reserved_quantity).toBe(6)
    expect(await alice.delete(`/reservations/${reservation.id}`)).toMatchObject(
      { deleted: true }
    )
    expect((await bob.get("/reservations")).count).toBe(2)
  })
}
