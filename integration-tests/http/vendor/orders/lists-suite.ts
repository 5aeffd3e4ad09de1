import { ORDER_SET_MODULE } from "../../../../src/modules/order-set"
import type { OrderSetModuleService } from "../../../../src/modules/order-set/service"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { setTheOrderScene } from "./scene"

type Listed = {
  id: string
  status: string
  payment_status: string
  fulfillment_status: string
}

const idsOf = (orders: Listed[]) => orders.map(({ id }) => id).sort()

/** Filters, sorting, paging and counts of `GET /vendor/orders`. */
export function orderLists(app: App): void {
  const scene = setTheOrderScene(app)
  const all = async (): Promise<Listed[]> =>
    (await scene.bob.read("/orders")).orders

  let four: Awaited<ReturnType<typeof fourOrders>>
  beforeAll(async () => {
    four = await fourOrders()
  })

  /** Captured; half fulfilled; cancelled; untouched. */
  async function fourOrders() {
    const sets = [
      await scene.place(),
      await scene.place(),
      await scene.place(),
      await scene.place(),
    ]
    const [captured, fulfilled, cancelled, open] = sets.map(({ bob }) => bob)
    if (!captured || !fulfilled || !cancelled || !open) {
      throw new Error("four orders were to be placed")
    }
    await scene.admin.ok(`/payments/${captured.payment_id}/capture`, {})
    const { order } = await scene.bob.read(`/orders/${fulfilled.id}`)
    await scene.bob.ok(`/orders/${fulfilled.id}/fulfillments`, {
      location_id: scene.market.bob.stockLocationId,
      items: [{ id: order.items[0].id, quantity: 1 }],
    })
    await scene.bob.ok(`/orders/${cancelled.id}/cancel`)
    return { sets, captured, fulfilled, cancelled, open }
  }

  it("filters by every status as it is computed, with exact counts", async () => {
    const { captured, fulfilled, cancelled, open } = four
    const orders = await all()
    const one = (id: string) => orders.find((order) => order.id === id)
    expect(one(captured.id)?.payment_status).toBe("captured")
    expect(one(fulfilled.id)?.fulfillment_status).toBe("partially_fulfilled")
    expect(one(cancelled.id)).toMatchObject({
      status: "canceled",
      payment_status: "canceled",
    })
    expect(one(open.id)).toMatchObject({
      status: "pending",
      payment_status: "authorized",
      fulfillment_status: "not_fulfilled",
    })
    for (const key of [
      "status",
      "payment_status",
      "fulfillment_status",
    ] as const) {
      for (const value of [...new Set(orders.map((order) => order[key]))]) {
        const wanted = orders.filter((order) => order[key] === value)
        const found = await scene.bob.read(`/orders?${key}=${value}&limit=1`)
        expect({ key, value, count: found.count }).toEqual({
          key,
          value,
          count: wanted.length,
        })
        const others = encodeURIComponent(JSON.stringify({ $ne: value }))
        const rest = await scene.bob.read(`/orders?${key}=${others}`)
        expect(idsOf(rest.orders)).toEqual(
          idsOf(orders.filter((order) => order[key] !== value))
        )
      }
    }
    const both = await scene.bob.read(
      "/orders?payment_status[]=captured&payment_status[]=canceled&fulfillment_status=not_fulfilled"
    )
    expect(idsOf(both.orders)).toEqual([captured.id, cancelled.id].sort())
    const none = await scene.bob.read("/orders?payment_status=refunded")
    expect(none).toMatchObject({ orders: [], count: 0 })
    const sets =
      scene.market.container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    expect(await sets.countWrongSellerOrders()).toBe(0)
  })

  it("searches, filters by ids and dates, sorts and pages in the database", async () => {
    const { captured, open } = four
    const newest = (await all()).map(({ id }) => id)
    expect(newest).toHaveLength(4)
    expect(newest[0]).toBe(open.id)
    const list = async (query: string) =>
      (await scene.bob.read(`/orders?${query}`)) as {
        orders: { id: string; display_id: number; email: string }[]
        count: number
        limit: number
        offset: number
      }
    const second = await list("limit=1&offset=1")
    expect(second).toMatchObject({ count: 4, limit: 1, offset: 1 })
    expect(second.orders[0]?.id).toBe(newest[1])
    expect((await list("offset=9")).orders).toEqual([])
    const byNumber = await list("order=display_id&fields=id,display_id,email")
    const numbers = byNumber.orders.map(({ display_id }) => display_id)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(Object.keys(byNumber.orders[0] ?? {}).sort()).toEqual(
      expect.arrayContaining(["display_id", "email", "id", "payment_status"])
    )
    const [first] = numbers
    expect((await list(`q=${first}`)).count).toBeGreaterThanOrEqual(1)
    expect((await list("q=CLARA@exam")).count).toBe(4)
    expect((await list("q=lindenweg")).count).toBe(4)
    expect((await list("q=nobody")).count).toBe(0)
    expect((await list(`id[]=${captured.id}&id[]=x`)).count).toBe(1)
    const { order } = await scene.bob.read(`/orders/${open.id}`)
    for (const [key, value] of [
      ["customer_id", order.customer_id],
      ["region_id", order.region_id],
      ["sales_channel_id", order.sales_channel_id],
      ["sales_channel_id[]", order.sales_channel_id],
    ]) {
      expect((await list(`${key}=${value}`)).count).toBe(4)
      expect((await list(`${key}=${value}x`)).count).toBe(0)
    }
    const since = encodeURIComponent(JSON.stringify({ $gte: order.created_at }))
    expect((await list(`created_at=${since}`)).orders).toMatchObject([
      { id: open.id },
    ])
    expect((await list(`updated_at[$lt]=2020-01-01`)).count).toBe(0)
    const refused = await scene.bob.get("/orders?created_at[$gte]=abc")
    expect(refused.status).toBe(400)
    expect((await scene.bob.get("/orders?order=total")).status).toBe(400)
    expect((await list("unknown=1&cart_id=x")).count).toBe(4)
  })

  it("shows no sibling, cart, parent payment or set, whatever is asked for", async () => {
    const [set] = four.sets
    if (!set) {
      throw new Error("a set was to be placed")
    }
    const [cart] = await rows(
      app,
      "select cart_id, payment_session_id, payment_collection_id from order_set where id = $1",
      [set.id]
    )
    const secrets = [
      set.id,
      set.payment_id,
      ...Object.values(cart ?? {}).map(String),
      ...[set.alice, set.house].flatMap((one) => [one.id, one.payment_id]),
      scene.market.alice.id,
    ]
    const fields = [
      "*cart",
      "*order_set",
      "*order_set.orders",
      "*seller",
      "*seller.orders",
      "*payment_collections",
      "*payment_collections.payments",
      "*payment_collections.payments.payment_session",
      "payment_collections.metadata",
      "payment_collections.payments.data",
      "*customer",
      "*customer.orders",
      "*customer.addresses",
      "*promotions",
      "*sales_channel.orders",
      "*transactions",
    ]
    for (const path of ["/orders", `/orders/${set.bob.id}`]) {
      const { data, status } = await scene.bob.get(
        `${path}?fields=${fields.join()}`
      )
      expect(status).toBe(200)
      const text = JSON.stringify(data)
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
      const order =
        data.order ?? data.orders.find(({ id }: Listed) => id === set.bob.id)
      expect(Object.keys(order.customer).sort()).toEqual([
        "company_name",
        "email",
        "first_name",
        "id",
        "last_name",
        "phone",
      ])
      expect(order.payment_collections[0].payments[0].id).toBe(
        set.bob.payment_id
      )
    }
    const foreign = await scene.bob.get(`/orders/${set.alice.id}`)
    expect(foreign.status).toBe(404)
    expect((await scene.bob.read("/orders")).count).toBe(4)
    expect((await scene.alice.read("/orders")).count).toBe(4)
  })
}
