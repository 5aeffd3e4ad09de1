import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { App } from "../../app"
import { signIn } from "../../members"
import type { Market, PlacedOrder } from "../../order-sets"
import {
  expectSoundBooks,
  postByHand,
  withoutSubscribers,
} from "../../sound-books"
import { setTheScene, until, type Scene } from "./suite"

/** Minor units of a share in major units. */
const units = (amount: number) => Math.round(amount * 100)

const RATE = { type: "percentage", percentage_rate: 7.5, include_tax: false }

/** 7.5 % of items; bob sells 2 bolts for 10.00 and sends them for 5.00, with 19 % tax. */
export async function setRate({ api, admin }: Market): Promise<void> {
  const { status } = await api.post(
    "/admin/commission/default",
    {
      name: "Default",
      is_active: true,
      rate: RATE,
    },
    admin
  )
  expect(status).toBe(200)
}

/** What is in the books, to the cent, whatever route of Medusa moved the money. */
export function booksOfOrders(app: App): void {
  const scene = setTheScene(app, setRate)
  const sql = async (text: string, values: string[] = []) => {
    const db = scene.market.container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    return (await db.raw(text, values)).rows
  }
  /** Balances by account; those of another seller are left out. */
  const balances = async (): Promise<Record<string, number>> => {
    const found = await sql(
      `select type, sum(balance)::int as balance from ledger_account
       where owner_type <> 'seller' or owner_id = ? group by type`,
      [scene.market.bob.id]
    )
    return Object.fromEntries(
      found
        .filter((row: { balance: number }) => row.balance !== 0)
        .map((row: { type: string; balance: number }) => [
          row.type,
          row.balance,
        ])
    )
  }
  const postings = async (): Promise<Record<string, number>> => {
    const found = await sql(
      "select kind, count(*)::int as n from ledger_transaction group by kind"
    )
    return Object.fromEntries(
      found.map((row: { kind: string; n: number }) => [row.kind, row.n])
    )
  }
  const allocations = async ({ id }: PlacedOrder) =>
    await sql(
      `select r.line_type, r.amount::int, r.tax::int, r.commission_reversed::int as commission
       from refund_allocation r where r.order_id = ? order by r.created_at, r.line_type`,
      [id]
    )

  it("freezes bob's lines when the order is placed", async () => {
    const { bob } = scene.set
    const lines = await sql(
      `select line_type, gross::int, tax::int, commission::int, net::int, origin, explain ->> 'commission' as explained
       from settlement_line where order_id = ? order by line_type`,
      [bob.id]
    )
    expect(lines).toEqual([
      {
        ...{ line_type: "item", gross: 2000, tax: 380, commission: 150 },
        ...{ net: 1850, origin: "placement", explained: "1.50" },
      },
      {
        ...{ line_type: "shipping", gross: 500, tax: 95, commission: 0 },
        ...{ net: 500, origin: "placement", explained: "0.00" },
      },
    ])
  })

  it("shows what was charged to the operator and to the seller, and to nobody else", async () => {
    const { set, market } = scene
    const { api, admin, bob, alice } = market
    const lines = async (query: string) =>
      (await api.get(`/admin/commission/commission-lines?${query}`, admin)).data
    const ofBob = await lines(`seller_id=${bob.id}&line_type=item`)
    expect(ofBob).toMatchObject({ count: 1, offset: 0, limit: 20 })
    expect(ofBob.commission_lines).toMatchObject([
      {
        ...{ value: 1.5, reversed: 0, net: 18.5, currency_code: "eur" },
        order: { id: set.bob.id, seller: { id: bob.id, name: "Bob's Parts" } },
        rule: {
          name: "Default",
          deleted_at: null,
          rate: RATE,
        },
      },
    ])
    expect(await lines("limit=1")).toMatchObject({ count: 4, limit: 1 })
    expect(await lines("end_date=2020-01-01")).toMatchObject({ count: 0 })
    const { as } = await signIn(market, alice)
    const own = await api.get("/vendor/commission", as)
    expect(own.data.count).toBe(2)
    expect(
      own.data.commission_lines.map(
        (line: { order: { id: string } }) => line.order.id
      )
    ).toEqual([set.alice.id, set.alice.id])
    const { data } = await api.get(
      `/vendor/orders/${set.alice.id}/commission`,
      as
    )
    // 7.5 % of 3 teas for 12.50: 2.8125.
    expect(data.commission.commission_value).toEqual({
      ...{ amount: 2.81, currency_code: "eur" },
    })
    expect(data.commission.commission_lines).toHaveLength(2)
    expect(data.commission.commission_lines[0].explain).toMatchObject({
      ...{ commission: "2.81", rounding_mode: "half_even" },
    })
    const path = `/vendor/orders/${set.bob.id}/commission`
    expect((await api.get(path, as)).status).toBe(404)
  })

  it("posts a capture and a refund once, however often it is told", async () => {
    const { set, market, capture, refund } = scene
    const { bob, alice, house } = set
    await capture(bob)
    await until(async () => (await postings()).capture === 1)
    const rest = units(alice.share) + units(house.share)
    expect(await balances()).toEqual({
      psp: -(units(bob.share) + rest),
      unallocated: rest,
      pending: 2350,
      commission: 150,
      tax_payable: 475,
    })
    await refund(bob, 11.9)
    await until(async () => (await postings()).refund === 1)
    const bus = market.container.resolve(Modules.EVENT_BUS)
    const told = ["payment.captured", "payment.refunded"].map((name) => ({
      name,
      data: { id: bob.payment_id },
    }))
    await bus.emit([...told, ...told, ...told])
    expect(await postByHand(market.container)).toBe(0)
    expect(await postings()).toEqual({
      capture_parent: 1,
      capture: 1,
      refund: 1,
    })
    // 2/5 of what bob's buyer paid: tax 1.90, and 0.60 of the commission.
    expect(await balances()).toEqual({
      psp: -(units(bob.share) + rest) + 1190,
      unallocated: rest,
      pending: 2350 - 1190 + 190 + 60,
      commission: 90,
      tax_payable: 285,
    })
    await expectSoundBooks(market.container)
  })

  it("posts everything by the sweeper alone when no event is heard", async () => {
    const { set, market, post, capture, refund } = scene
    const { bob, alice, house } = set
    await withoutSubscribers(market.container, async () => {
      await capture(bob)
      await refund(bob, 5)
      await post(`/orders/${alice.id}/cancel`)
      await post(`/orders/${bob.id}/cancel`)
      expect(await postings()).toEqual({})
    })
    expect(await postByHand(market.container)).toBe(5)
    expect(await postByHand(market.container)).toBe(0)
    expect(await postings()).toEqual({
      ...{ capture_parent: 1, capture: 1, share_cancelled: 1, refund: 2 },
    })
    expect(await balances()).toEqual({
      psp: -units(house.share),
      unallocated: units(house.share),
    })
    await expectSoundBooks(market.container)
  })

  it("refunds exactly the line that was returned", async () => {
    const { set, market, ok, line, capture, refund } = scene
    const { bob } = set
    await capture(bob)
    await ship(scene, bob)
    const item = await line(bob)
    const { return: made } = await ok("/returns", {
      order_id: bob.id,
      location_id: market.bob.stockLocationId,
    })
    const items = [{ id: item.id, quantity: 1 }]
    await ok(`/returns/${made.id}/request-items`, { items })
    await ok(`/returns/${made.id}/request`)
    await ok(`/returns/${made.id}/receive`)
    await ok(`/returns/${made.id}/receive-items`, { items })
    await ok(`/returns/${made.id}/receive/confirm`)
    await refund(bob, 11.9)
    await expectSoundBooks(market.container)
    expect(await allocations(bob)).toEqual([
      { line_type: "item", amount: 1190, tax: 190, commission: 75 },
    ])
    // The rest by what is left of each line: 11.90 of the bolts, 5.95 of the shipping.
    await refund(bob, 17.85)
    await expectSoundBooks(market.container)
    expect(await allocations(bob)).toEqual([
      { line_type: "item", amount: 1190, tax: 190, commission: 75 },
      { line_type: "item", amount: 1190, tax: 190, commission: 75 },
      { line_type: "shipping", amount: 595, tax: 95, commission: 0 },
    ])
    expect(await balances()).not.toHaveProperty("pending")
    expect(await balances()).not.toHaveProperty("commission")
  })

  it("charges what an edit adds, and what was paid for it apart", async () => {
    const { set, market, ok, capture } = scene
    const { bob } = set
    await capture(bob)
    await ok("/order-edits", { order_id: bob.id })
    await ok(`/order-edits/${bob.id}/items`, {
      items: [{ variant_id: market.nut.variantId, quantity: 1 }],
    })
    await ok(`/order-edits/${bob.id}/confirm`)
    const { data } = await market.api.get(
      `/admin/orders/${bob.id}?fields=*payment_collections`,
      market.admin
    )
    const collections: { id: string; status: string }[] =
      data.order.payment_collections
    const open = collections.find(({ status }) => status === "not_paid")
    await ok(`/payment-collections/${open?.id}/mark-as-paid`, {
      order_id: bob.id,
    })
    await expectSoundBooks(market.container)
    const added = await sql(
      `select gross::int, tax::int, commission::int, rule_id is not null as ruled
       from settlement_line where order_id = ? and origin = 'change'`,
      [bob.id]
    )
    expect(added).toEqual([
      { gross: 400, tax: 76, commission: 30, ruled: true },
    ])
    expect(await balances()).toMatchObject({
      pending: 2350 + 370,
      commission: 150 + 30,
      tax_payable: 475 + 76,
    })
    const [apart] = await sql(
      "select balance::int from ledger_account where type = 'psp' and owner_id = 'pp_system_default'"
    )
    expect(apart.balance).toBe(-476)
  })

  it("takes the refund of an exchange off the line that came back", async () => {
    const { set, market, ok, line, capture, refund } = scene
    const { bob } = set
    await capture(bob)
    await ship(scene, bob)
    const item = await line(bob)
    const { exchange } = await ok("/exchanges", { order_id: bob.id })
    await ok(`/exchanges/${exchange.id}/inbound/items`, {
      location_id: market.bob.stockLocationId,
      items: [{ id: item.id, quantity: 1 }],
    })
    await ok(`/exchanges/${exchange.id}/outbound/items`, {
      items: [{ variant_id: market.nut.variantId, quantity: 1 }],
    })
    await ok(`/exchanges/${exchange.id}/request`)
    await refund(bob, 7.14)
    await expectSoundBooks(market.container)
    expect(await allocations(bob)).toEqual([
      { line_type: "item", amount: 714, tax: 114, commission: 45 },
    ])
    const [{ n }] = await sql(
      "select count(*)::int as n from settlement_line where order_id = ? and origin = 'change'",
      [bob.id]
    )
    expect(n).toBe(1)
  })
}

async function ship({ ok, line, market }: Scene, order: PlacedOrder) {
  const item = await line(order)
  await ok(`/orders/${order.id}/fulfillments`, {
    location_id: market.bob.stockLocationId,
    items: [{ id: item.id, quantity: 2 }],
  })
}
