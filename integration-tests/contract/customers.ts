import type { App } from "../app"
import { signIn } from "../members"
import { openTwoSellerShop } from "../http/vendor/two-seller-cart"
import { readyCart } from "../world"
import { panel, type Panel } from "./panel"

/** Customers and their groups: what the panel sends, and what its pages read. */
export const customersOfPanels = (app: App) => {
  let alice: Panel

  beforeAll(async () => {
    const shop = await openTwoSellerShop(app)
    const { world, chain, bell } = shop
    alice = panel(world, (await signIn(world, shop.alice)).as)
    const cartId = await readyCart(
      world,
      [chain, bell].map(({ variantId }) => ({ variantId, quantity: 1 })),
      [shop.alice, shop.bob].map((seller) => seller.shippingOptionId)
    )
    const { status } = await world.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    expect(status).toBe(200)
  })

  it("groups customers from either side", async () => {
    const { customers, count } = await alice.get("/vendor/customers", {
      limit: 20,
      offset: 0,
      has_account: false,
      created_at: { $gte: "2020-01-01T00:00:00Z" },
      fields: "id,email,first_name,last_name",
    })
    expect(count).toBe(1)
    const [{ id }] = customers
    const made = await alice.send("POST", "/vendor/customer-groups", {
      body: { name: "Regulars" },
    })
    expect(made.status).toBe(201)
    const group = `/vendor/customer-groups/${made.data.customer_group.id}`
    const membership = `/vendor/customers/${id}/customer-groups`
    const [groupId, add] = [made.data.customer_group.id, { add: [id] }]
    await alice.post(membership, { add: [groupId] })
    const wide = await alice.get(`/vendor/customers/${id}`, {
      fields: "*groups, *groups.customers",
    })
    expect(wide.customer).toMatchObject({
      email: "clara@example.com",
      groups: [{ id: groupId, name: "Regulars", customers: [{ id }] }],
    })
    expect(
      (await alice.get("/vendor/customer-groups")).customer_groups
    ).toMatchObject([
      {
        customer_group_id: groupId,
        customer_group: expect.objectContaining({
          id: groupId,
          name: "Regulars",
          customers: [expect.objectContaining({ id })],
        }),
      },
    ])
    await alice.post(membership, { remove: [groupId] })
    await alice.post(`${group}/customers`, add)
    const one = await alice.get(group, {
      fields: "+customers.id,+customers.has_account,+customers.created_at",
    })
    expect(one.customer_group).toMatchObject({
      name: "Regulars",
      customers: [{ id, has_account: false, created_at: expect.any(String) }],
    })
    await alice.post(`${group}/customers`, { remove: [id] })
    await alice.post(group, { name: "Friends" })
    const noted = await alice.post(group, { metadata: { since: "2026" } })
    expect(noted.customer_group).toMatchObject({
      name: "Friends",
      metadata: { since: "2026" },
    })
    const bought = await alice.get(`/vendor/customers/${id}/orders`, {
      limit: 20,
      offset: 0,
      fields:
        "id,status,display_id,created_at,updated_at,email,fulfillment_status,payment_status,total,currency_code,*customer,*items,*sales_channel",
    })
    expect(bought).toMatchObject({
      count: 1,
      orders: [
        {
          email: "clara@example.com",
          payment_status: expect.not.stringMatching("not_paid"),
          items: [{ product_title: "Chain" }],
        },
      ],
    })
    expect(await alice.delete(group)).toEqual({
      id: groupId,
      object: "customer_group",
      deleted: true,
    })
  })
}
