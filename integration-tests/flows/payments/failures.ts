import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { round } from "../../order-books"
import { withoutSubscribers } from "../../sound-books"
import { acquirer, moneyMoved, setTheScene, until, type Scene } from "./suite"

/** Actions at once, payment services that fail, and processes that die half way. */
export function failuresOfPayments(app: App): void {
  const scene = setTheScene(app)
  const statuses = async (calls: Promise<{ status: number }>[]) =>
    (await Promise.all(calls)).map(({ status }) => status).sort()

  it("captures all orders at once with one capture of the parent", async () => {
    const { set, capture, money, balanced } = scene
    acquirer.next("capture", "hang")
    const calls = set.orders.map(capture)
    await until(async () => acquirer.hanging === 1)
    acquirer.release()
    expect(await statuses(calls)).toEqual([200, 200, 200])
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
    ])
    for (const order of set.orders) {
      expect((await money(order)).transactions).toEqual([order.share])
    }
    await balanced()
  })

  it("cancels one order while another is captured, and gives its share back once", async () => {
    const { set, capture, post, balanced } = scene
    const { alice, bob, house } = set
    acquirer.next("capture", "hang")
    const captured = capture(alice)
    await until(async () => acquirer.hanging === 1)
    const cancelled = post(`/orders/${bob.id}/cancel`)
    expect((await cancelled).status).toBe(200)
    acquirer.release()
    expect((await captured).status).toBe(200)
    const both = [capture(house), post(`/orders/${alice.id}/cancel`)]
    expect(await statuses(both)).toEqual([200, 200])
    expect(moneyMoved()).toEqual([
      ["capture", undefined, `${set.payment_id}:capture`],
      ["refund", bob.share, `${set.payment_id}:release:${bob.payment_id}`],
      [
        "refund",
        alice.share,
        `${alice.payment_id}:refund:${Math.round(alice.share * 100)}`,
      ],
    ])
    await balanced()
  })

  it("refunds one share in parallel up to its amount and no further", async () => {
    const { set, capture, refund, money, balanced } = scene
    const { alice } = set
    await capture(alice)
    moneyMoved()
    const most = round(alice.share * 0.4)
    const codes = await statuses([1, 2, 3, 4].map(() => refund(alice, most)))
    expect(codes).toContain(200)
    const unit = Math.round(most * 100)
    const moved = moneyMoved()
    expect(moved).toEqual(
      [
        ["refund", most, `${alice.payment_id}:refund:${unit}`],
        ["refund", most, `${alice.payment_id}:refund:${2 * unit}`],
      ].slice(0, moved.length)
    )
    // Two refunds of one order at once can meet in Medusa's order changes: the
    // money has gone back then, and the order learns of it by the sweeper. The
    // credit line that Medusa adds to a refund may be lost; no money is in it.
    await age(scene)
    await sweepAll(scene)
    expect(moneyMoved()).toEqual([])
    expect(await money(alice)).toMatchObject({
      refunded: round(moved.length * most),
      transactions: [alice.share, ...moved.map(() => -most)],
    })
    await balanced()
  })

  it("repeats a refund whose answer was lost with the same key, and nothing else before", async () => {
    const { set, capture, refund, money, on, balanced } = scene
    const { bob } = set
    await capture(bob)
    moneyMoved()
    acquirer.next("refund", "lost")
    expect((await refund(bob, 10)).status).toBe(500)
    expect((await money(bob)).transactions).toEqual([bob.share])
    const other = await on(bob, () => refund(bob, 4))
    expect([other.status, other.data.type]).toEqual([400, "not_allowed"])
    expect(other.data.message).toContain("repeat that one first")
    expect((await refund(bob, 10)).status).toBe(200)
    expect(moneyMoved()).toEqual([
      ["refund", 10, `${bob.payment_id}:refund:1000`],
      ["refund", 10, `${bob.payment_id}:refund:1000`],
    ])
    expect((await money(bob)).transactions).toEqual([bob.share, -10])
    await balanced()
  })

  it("lets another amount follow a refund that was refused", async () => {
    const { set, capture, refund, balanced } = scene
    const { bob } = set
    await capture(bob)
    moneyMoved()
    acquirer.next("refund", "refuse")
    const { status, data } = await refund(bob, 10)
    expect([status, data.message]).toEqual([400, "The refund was refused"])
    await balanced()
    expect((await refund(bob, 4)).status).toBe(200)
    expect(moneyMoved().at(-1)).toEqual([
      ...["refund", 4, `${bob.payment_id}:refund:400`],
    ])
    await balanced()
  })

  it("takes a capture for done whose answer was lost, and tries one again that broke", async () => {
    const { set, capture, money, balanced } = scene
    acquirer.next("capture", "error")
    expect((await capture(set.bob)).status).toBe(500)
    expect(await money(set.bob)).toMatchObject({
      payment_status: "authorized",
      transactions: [],
    })
    await balanced()
    acquirer.next("capture", "lost")
    expect((await capture(set.bob)).status).toBe(200)
    const key = `${set.payment_id}:capture`
    expect(moneyMoved()).toEqual([
      ["capture", undefined, key],
      ["capture", undefined, key],
    ])
    await balanced()
  })

  it("ends by the sweeper what a failing payment service left open", async () => {
    const { set, capture, post, money, balanced } = scene
    const { bob, alice, house } = set
    await capture(bob)
    // Medusa answers 200 and only logs when cancelling or refunding fails.
    acquirer.next("refund", "error")
    expect((await post(`/orders/${alice.id}/cancel`)).status).toBe(200)
    acquirer.next("refund", "lost")
    expect((await post(`/orders/${bob.id}/cancel`)).status).toBe(200)
    moneyMoved()
    expect(await sweepAll(scene)).toMatchObject({
      "order-set-cancels": { found: 1, mended: 1 },
      "order-set-refunds": { found: 1, mended: 1 },
    })
    expect(moneyMoved().sort()).toEqual([
      [
        "refund",
        bob.share,
        `${bob.payment_id}:refund:${Math.round(bob.share * 100)}`,
      ],
      ["refund", alice.share, `${set.payment_id}:release:${alice.payment_id}`],
    ])
    expect(await money(bob)).toMatchObject({
      status: "canceled",
      transactions: [bob.share, -bob.share],
    })
    await balanced()
    expect(await sweepAll(scene)).toMatchObject({
      "order-set-cancels": { found: 0 },
      "order-set-refunds": { found: 0 },
    })
    expect(round(acquirer.balance(set.acquirer_id))).toBe(house.share)
  })

  it("cancels the parent by the sweeper when the last cancel failed", async () => {
    const { set, post, balanced } = scene
    acquirer.next("cancel", "error")
    for (const { id } of set.orders) {
      await post(`/orders/${id}/cancel`)
    }
    expect(moneyMoved()).toHaveLength(1)
    expect((await sweepAll(scene))["order-set-cancels"]).toMatchObject({
      found: 1,
      mended: 1,
    })
    expect(moneyMoved()).toEqual([
      ["cancel", undefined, `${set.payment_id}:cancel`],
    ])
    await balanced()
  })

  it("books captures and refunds of a process that died before it could", async () => {
    const { set, capture, refund, money, balanced } = scene
    const { bob, alice } = set
    const db = scene.market.container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    // Died before the call: a capture row and nothing else.
    await db.raw(
      `insert into capture (id, payment_id, amount, raw_amount)
       values ('capt_died', ?, ?, jsonb_build_object('value', ?::text, 'precision', 20))`,
      [alice.payment_id, alice.share, alice.share]
    )
    // Nobody hears of what a process did that died.
    await withoutSubscribers(scene.market.container, async () => {
      // Died after the payment service had refunded: the rows, but no transaction.
      await capture(bob)
      await refund(bob, 10)
      await db.raw(
        `delete from order_transaction where order_id = ? and reference = 'refund'`,
        [bob.id]
      )
      // Died while the payment service refunded: a claim without an answer.
      await refund(bob, 3)
      await db.raw(
        `delete from order_transaction where order_id = ? and amount = -3`,
        [bob.id]
      )
      await db.raw(
        `update refund set metadata = jsonb_set(metadata, '{claim,state}', '"sent"')
         where metadata -> 'claim' ->> 'key' = ?`,
        [`${bob.payment_id}:refund:1300`]
      )
    })
    await age(scene)
    moneyMoved()
    expect(
      (await sweepAll(scene))["order-set-unbooked-payments"]
    ).toMatchObject({
      found: 3,
      mended: 3,
      failed: 0,
    })
    // The same key again: nothing is paid twice.
    expect(moneyMoved()).toEqual([
      ["refund", 3, `${bob.payment_id}:refund:1300`],
    ])
    expect((await money(bob)).transactions).toEqual([bob.share, -3, -10])
    expect(await money(alice)).toMatchObject({
      payment_status: "captured",
      transactions: [alice.share],
    })
    await balanced()
    expect((await sweepAll(scene))["order-set-unbooked-payments"]?.found).toBe(
      0
    )
  })
}

/** Makes captures and refunds old enough for the sweepers. */
async function age({ market }: Scene): Promise<void> {
  const db = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const table of ["capture", "refund"]) {
    await db.raw(
      `update ${table} set created_at = created_at - interval '10 minutes',
         updated_at = updated_at - interval '10 minutes'`
    )
  }
}

async function sweepAll({ market }: Scene) {
  const { result } = await runSweepersWorkflow(market.container).run({
    input: {},
  })
  return Object.fromEntries(result.map((report) => [report.name, report]))
}
