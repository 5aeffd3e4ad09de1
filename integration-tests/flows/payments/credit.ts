import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createCartCreditLinesWorkflow,
  createPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ACQUIRER_PROVIDER_ID } from "../../acquirer"
import type { App } from "../../app"
import {
  complete,
  createMarket,
  readSet,
  type Market,
  type PlacedOrder,
} from "../../order-sets"
import { expectSoundBooks, withoutSubscribers } from "../../sound-books"
import { address } from "../../world"
import { acquirer, until } from "./suite"

/** Bob sells 2 bolts for 10.00 and sends them for 5.00, with 19 % tax: 29.75; his commission is 7.5 % of 20.00. */
const WHOLE = 29.75

/** What an order is worth to its seller does not depend on who paid it: the platform pays for credit and for its own promotions. */
export function creditOfOrders(app: App): void {
  const scene = {} as { market: Market }
  beforeAll(async () => {
    await acquirer.start()
    const market = await createMarket(app)
    await prepare(market)
    acquirer.snapshot()
    Object.assign(scene, { market })
  })
  beforeEach(() => acquirer.restore())
  afterAll(() => acquirer.stop())

  const sql = async (text: string, values: string[] = []) => {
    const { container } = scene.market
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return (await db.raw(text, values)).rows
  }
  const balances = async (): Promise<Record<string, number>> => {
    const rows: { type: string; balance: number }[] = await sql(
      `select type, sum(balance)::int as balance from ledger_account
       group by type having sum(balance) <> 0`
    )
    return Object.fromEntries(rows.map((row) => [row.type, row.balance]))
  }
  const posted = async (kind: string): Promise<number> => {
    const [{ n }] = await sql(
      "select count(*)::int as n from ledger_transaction where kind = ?",
      [kind]
    )
    return n
  }
  const ok = async (path: string, body: unknown = {}) => {
    const { api, admin } = scene.market
    const { status, data } = await api.post(`/admin${path}`, body, admin)
    if (status >= 300) {
      throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
    }
    return data
  }
  const capture = async ({ payment_id }: PlacedOrder) =>
    await ok(`/payments/${payment_id}/capture`)
  const refund = async ({ payment_id }: PlacedOrder, amount: number) =>
    await ok(`/payments/${payment_id}/refund`, { amount })

  it("credits the seller for what a gift card paid, and takes it back when the order is cancelled", async () => {
    const { market } = scene
    const order = await place(market, { credit: 10 })
    expect(order.share).toBe(WHOLE - 10)
    expect(await balances()).toEqual({})
    await capture(order)
    await until(async () => (await posted("credit")) === 1)
    expect(await balances()).toEqual({
      ...{ psp: -1975, credit: -1000 },
      ...{ pending: 2350, commission: 150, tax_payable: 475 },
    })
    await expectSoundBooks(market.container)
    await ok(`/orders/${order.id}/cancel`)
    await until(async () => (await posted("credit_returned")) === 1)
    await expectSoundBooks(market.container)
    expect(await balances()).toEqual({})
    expect([await posted("refund"), await posted("credit")]).toEqual([1, 1])
  })

  it("gives money back first, and credit for what came back beyond it", async () => {
    const { market } = scene
    const order = await place(market, { credit: 10 })
    await capture(order)
    await deliver(scene.market, ok, order)
    await comeBack(market, ok, { order, quantity: 1 })
    await refund(order, 11.9)
    await expectSoundBooks(market.container)
    // Half the bolts: nothing of the credit.
    expect(await balances()).toEqual({
      ...{ psp: -785, credit: -1000 },
      ...{ pending: 1425, commission: 75, tax_payable: 285 },
    })
    await comeBack(market, ok, { order, quantity: 1 })
    await refund(order, 7.85)
    await until(async () => (await posted("credit_returned")) === 1)
    await expectSoundBooks(market.container)
    // 11.90 came back, 7.85 was left of the money: 4.05 of the credit. The shipping stays.
    expect(await balances()).toEqual({
      ...{ credit: -595, pending: 500, tax_payable: 95 },
    })
  })

  it("credits the seller of an order that credit paid whole, as soon as it is placed", async () => {
    const { market } = scene
    const order = await place(market, { credit: WHOLE })
    expect([order.share, order.payment_id]).toEqual([0, null])
    await until(async () => (await posted("credit")) === 1)
    expect(await balances()).toEqual({
      ...{ credit: -2975, pending: 2350, commission: 150, tax_payable: 475 },
    })
    await expectSoundBooks(market.container)
    await comeBackWhole(market, ok, order)
    await expectSoundBooks(market.container)
    expect(await balances()).toEqual({
      ...{ credit: -595, pending: 500, tax_payable: 95 },
    })
  })

  it("credits the seller of an order that promotions of the platform made free, and can release it", async () => {
    const { market } = scene
    const order = await place(market, { codes: ["FREE", "FREESHIP"] })
    expect(order.share).toBe(0)
    await until(async () => (await posted("credit")) === 1)
    expect(await balances()).toEqual({
      ...{ promo_expense: -2500, pending: 2350, commission: 150 },
    })
    await expectSoundBooks(market.container)
    const earnings = await sql(
      "select pending::int, captured_at is not null as paid from order_earnings where order_id = ?",
      [order.id]
    )
    expect(earnings).toEqual([{ pending: 2350, paid: true }])
    await ok(`/orders/${order.id}/cancel`)
    await until(async () => (await posted("credit_returned")) === 1)
    await expectSoundBooks(market.container)
    expect(await balances()).toEqual({})
  })

  it("posts all of it by the sweeper alone when no event is heard", async () => {
    const { market } = scene
    await withoutSubscribers(market.container, async () => {
      const [paid, free] = [
        await place(market, { credit: 10 }),
        await place(market, { codes: ["FREE", "FREESHIP"] }),
      ]
      await capture(paid)
      await ok(`/orders/${free.id}/cancel`)
      expect(await balances()).toEqual({})
    })
    await expectSoundBooks(market.container)
    // Cancelled before anything was posted: nothing was owed.
    expect([await posted("credit"), await posted("credit_returned")]).toEqual([
      1, 0,
    ])
    expect(await balances()).toMatchObject({ psp: -1975, credit: -1000 })
  })
}

async function prepare({ api, admin, container }: Market): Promise<void> {
  const { status } = await api.post(
    "/admin/commission/default",
    {
      ...{ name: "Default", is_active: true },
      rate: { type: "percentage", percentage_rate: 7.5, include_tax: false },
    },
    admin
  )
  expect(status).toBe(200)
  const free = (code: string, target_type: "items" | "shipping_methods") => ({
    ...{ code, type: "standard" as const, status: "active" as const },
    application_method: {
      ...{ type: "percentage" as const, allocation: "across" as const },
      ...{ target_type, value: 100 },
    },
  })
  await createPromotionsWorkflow(container).run({
    input: {
      promotionsData: [
        free("FREE", "items"),
        free("FREESHIP", "shipping_methods"),
      ],
    },
  })
}

/** Two of bob's bolts with his shipping, paid as told; his order. */
async function place(
  market: Market,
  { credit, codes }: { credit?: number; codes?: string[] }
): Promise<PlacedOrder> {
  const { api, store, bob, bolt, container } = market
  const post = async (path: string, body: unknown) => {
    const { status, data } = await api.post(`/store${path}`, body, store)
    if (status >= 300) {
      throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
    }
    return data
  }
  const { cart } = await post("/carts", {
    ...{ region_id: market.regionId, email: "clara@example.com" },
    ...{ shipping_address: address, billing_address: address },
    items: [{ variant_id: bolt.variantId, quantity: 2 }],
  })
  await post(`/carts/${cart.id}/shipping-methods`, {
    option_id: bob.shippingOptionId,
  })
  if (codes) {
    await post(`/carts/${cart.id}/promotions`, { promo_codes: codes })
  }
  if (credit) {
    await createCartCreditLinesWorkflow(container).run({
      input: [
        {
          ...{ cart_id: cart.id, amount: credit, reference: "gift-card" },
          ...{ reference_id: "gc_1", metadata: null },
        },
      ],
    })
  }
  if (!codes && credit !== WHOLE) {
    const { payment_collection } = await post("/payment-collections", {
      cart_id: cart.id,
    })
    await post(
      `/payment-collections/${payment_collection.id}/payment-sessions`,
      {
        provider_id: ACQUIRER_PROVIDER_ID,
      }
    )
  }
  const { status, data } = await complete(market, cart.id)
  if (status !== 200 || data.type !== "order") {
    throw new Error(`${status} ${JSON.stringify(data)}`)
  }
  return (await readSet(market, cart.id)).bob
}

type Post = (
  path: string,
  body?: unknown
) => Promise<{ return: { id: string } }>

async function firstItem({ api, admin }: Market, { id }: PlacedOrder) {
  const { data } = await api.get(
    `/admin/orders/${id}?fields=items.id,*fulfillments`,
    admin
  )
  return data.order.items[0] as { id: string }
}

async function deliver(
  market: Market,
  ok: Post,
  order: PlacedOrder
): Promise<void> {
  const item = await firstItem(market, order)
  await ok(`/orders/${order.id}/fulfillments`, {
    location_id: market.bob.stockLocationId,
    items: [{ id: item.id, quantity: 2 }],
  })
}

async function comeBack(
  market: Market,
  ok: Post,
  { order, quantity }: { order: PlacedOrder; quantity: number }
): Promise<void> {
  const item = await firstItem(market, order)
  const items = [{ id: item.id, quantity }]
  const { return: made } = await ok("/returns", {
    order_id: order.id,
    location_id: market.bob.stockLocationId,
  })
  await ok(`/returns/${made.id}/request-items`, { items })
  await ok(`/returns/${made.id}/request`)
  await ok(`/returns/${made.id}/receive`)
  await ok(`/returns/${made.id}/receive-items`, { items })
  await ok(`/returns/${made.id}/receive/confirm`)
}

async function comeBackWhole(
  market: Market,
  ok: Post,
  order: PlacedOrder
): Promise<void> {
  await deliver(market, ok, order)
  await comeBack(market, ok, { order, quantity: 2 })
}
