import { Client } from "pg"
import { ORDER_SET_MODULE } from "../../../../src/modules/order-set"
import type { OrderSetModuleService } from "../../../../src/modules/order-set/service"
import { listHealthChecks } from "../../../../src/workflows/sweeper/health-checks"
import type { App } from "../../../app"
import type { PlacedOrder } from "../../../order-sets"
import { seededRandom } from "../../../payout-crash/random"
import { rows } from "../../../rows"
import { setTheOrderScene } from "./scene"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const workers = 8
const changesOfWorker = 60

/** What triggers keep of sellers' orders, while many change the same orders at once. */
export function orderRaces(app: App): void {
  const scene = setTheOrderScene(app)

  /** The kept rows are those that Medusa's rows say, and a list shows what each order shows. */
  async function ensureTrue() {
    const { container } = scene.market
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    expect(await sets.countWrongSellerOrders()).toBe(0)
    const check = listHealthChecks().find(
      ({ name }) => name === "seller-orders-differ-from-orders"
    )
    expect(await check?.count(container)).toBe(0)
    const { orders, count } = await scene.bob.read("/orders")
    expect(count).toBe(orders.length)
    for (const { id } of orders) {
      const { order } = await scene.admin.read(`/orders/${id}`)
      const kept = await rows(
        app,
        "select status, payment_status, fulfillment_status from seller_order where order_id = $1",
        [order.id]
      )
      expect([order.id, kept]).toEqual([
        order.id,
        [
          {
            status: order.status,
            payment_status: order.payment_status,
            fulfillment_status: order.fulfillment_status,
          },
        ],
      ])
    }
  }

  const fulfil = async ({ id }: PlacedOrder) => {
    const { order } = await scene.bob.read(`/orders/${id}`)
    const { data } = await scene.bob.post(`/orders/${id}/fulfillments`, {
      location_id: scene.market.bob.stockLocationId,
      items: [{ id: order.items[0].id, quantity: 1 }],
    })
    const parcel = data.order?.fulfillments?.[0]?.id
    return await scene.bob.post(
      `/orders/${id}/fulfillments/${parcel}/mark-as-delivered`
    )
  }

  it("are true after captures, refunds, parcels and cancels of one order and of many at once", async () => {
    const placed = []
    for (let n = 0; n < 6; n += 1) {
      placed.push((await scene.place()).bob)
    }
    const work = placed.flatMap((order, n) => [
      () => scene.admin.post(`/payments/${order.payment_id}/capture`, {}),
      () => scene.bob.post(`/payments/${order.payment_id}/capture`, {}),
      () =>
        scene.bob.post(`/payments/${order.payment_id}/refund`, { amount: 1 }),
      () => fulfil(order),
      () => fulfil(order),
      () =>
        scene.admin.post(`/orders/${order.id}`, {
          email: `other${n}@example.com`,
        }),
      ...(n % 2 ? [() => scene.bob.post(`/orders/${order.id}/cancel`)] : []),
      () => scene.bob.get("/orders?payment_status=captured&limit=2"),
    ])
    const answers = await Promise.all(work.map((call) => call()))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(
      placed.length * 2
    )
    await ensureTrue()
  })

  it(`are true after ${workers * changesOfWorker} changes of their sources by ${workers} transactions at once (seed ${seed})`, async () => {
    const placed = [(await scene.place()).bob, (await scene.place()).bob]
    await fulfil(placed[0] ?? never())
    await Promise.all(
      Array.from({ length: workers }, (_, n) => changeAtRandom(app, seed + n))
    )
    await ensureTrue()
  })

  it("knows an order's payment although both links are made at once", async () => {
    const { bob } = await scene.place()
    const [one, other] = [await connect(app), await connect(app)]
    try {
      const away = "deleted_at = now()"
      for (const table of [
        "marketplace_order_seller",
        "order_payment_collection",
      ]) {
        await one.query(`update ${table} set ${away} where order_id = $1`, [
          bob.id,
        ])
      }
      const back = (table: string) =>
        `update ${table} set deleted_at = null where order_id = '${bob.id}'`
      await one.query("begin")
      await one.query(back("marketplace_order_seller"))
      await other.query("begin")
      const second = other.query(back("order_payment_collection"))
      await new Promise((done) => setTimeout(done, 200))
      await one.query("commit")
      await second
      await other.query("commit")
    } finally {
      await one.end()
      await other.end()
    }
    await ensureTrue()
  })
}

function never(): never {
  throw new Error("two orders were to be placed")
}

async function connect({ dbConfig }: App): Promise<Client> {
  const client = new Client({ connectionString: dbConfig.clientUrl })
  await client.connect()
  return client
}

/** Medusa keeps numbers twice. */
const set = (column: string, value: string) =>
  `set ${column} = ${value}, raw_${column} = jsonb_build_object('value', (${value})::text, 'precision', 20)`

/** Every source of the kept rows; `?` is a number from 0 to 1. */
const changes = [
  `update payment_collection ${set("captured_amount", "amount * ?")}`,
  `update payment_collection ${set("refunded_amount", "coalesce(captured_amount, 0) * ?")}`,
  `update payment_collection set status = case when ? > 0.5 then 'authorized' else 'awaiting' end`,
  `update fulfillment set shipped_at = case when ? > 0.5 then now() end`,
  `update fulfillment set delivered_at = case when ? > 0.5 then now() end`,
  `update order_item ${set("fulfilled_quantity", "round(quantity * ?)")}`,
  `update "order" set email = 'mail' || ? || '@example.com', updated_at = now()`,
  `update order_fulfillment set deleted_at = case when ? > 0.8 then now() end`,
  `update order_payment_collection set deleted_at = case when ? > 0.8 then now() end`,
  `update marketplace_order_seller set deleted_at = case when ? > 0.9 then now() end`,
]

/** 40P01: PostgreSQL ended one of two that waited for each other; its change is gone as a whole. */
const isDeadlock = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "40P01"

async function changeAtRandom(app: App, from: number): Promise<void> {
  const random = seededRandom(from)
  const client = await connect(app)
  try {
    for (let n = 0; n < changesOfWorker; n += 1) {
      const change = changes[Math.floor(random() * changes.length)] ?? never()
      const share = Math.round(random() * 100) / 100
      await client.query("begin")
      await client
        .query(change.replaceAll("?", String(share)))
        .catch((error: unknown) => {
          if (!isDeadlock(error)) {
            throw error
          }
        })
      await client.query(random() < 0.2 ? "rollback" : "commit")
    }
    await client.query(
      `update marketplace_order_seller set deleted_at = null where deleted_at is not null`
    )
  } finally {
    await client.end()
  }
}
