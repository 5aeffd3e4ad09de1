import type { App } from "../../app"
import { createWorld, type World } from "../../world"
import { SELLER_MODULE } from "../../../src/modules/seller"
import type { SellerModuleService } from "../../../src/modules/seller/service"
import { earn, payoutsOf, rail, stripe, useOutside } from "./stage"

/** What an operator does about payouts. */
export function operatorSuite(app: App): void {
  let world: World
  let sellers: { id: string }[]
  useOutside()

  beforeAll(async () => {
    world = await createWorld(app)
    const service = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    sellers = await service.createSellers(
      ["anna", "bert", "cleo"].map((handle) => ({
        ...{ name: handle, handle, status: "active" as const },
      }))
    )
  })
  beforeEach(() => {
    rail.script.length = 0
  })

  const get = async (path: string) =>
    await app.api.get(`/admin${path}`, world.admin)
  const post = async (path: string, body: unknown = {}) =>
    await app.api.post(`/admin${path}`, body, world.admin)
  const idOf = (n: number) => sellers[n]?.id ?? ""
  const fund = async (n: number, provider_id: string, amount = 5000n) => {
    const context = {
      ...{ country: "DE", account_holder: "Anna" },
      iban: "DE02120300000000202051",
    }
    const seller_id = idOf(n)
    const payout = payoutsOf(world)
    await payout.syncPayoutAccount({ seller_id, provider_id, context })
    await earn(world, seller_id, amount)
    return seller_id
  }

  it("runs, lists and reads payouts; one seller that fails stops nobody, and a run that is repeated pays nobody twice", async () => {
    await fund(0, "rail")
    await fund(1, "manual")
    const cleo = await fund(2, "rail")
    // A provider that is gone from the options.
    await payoutsOf(world).updatePayoutAccounts({
      selector: { seller_id: cleo },
      data: { provider_id: "gone" },
    })
    const [one, two] = await Promise.all([
      post("/payouts/run"),
      post("/payouts/run"),
    ])
    const ids = [...one.data.payout_ids, ...two.data.payout_ids]
    expect(new Set(ids).size).toBe(2)
    expect(ids).toHaveLength(2)
    const failure = { seller_id: cleo, error: expect.stringContaining("gone") }
    expect([...one.data.failed, ...two.data.failed]).toEqual(
      expect.arrayContaining([expect.objectContaining(failure)])
    )
    expect([...rail.executions().values()].at(-1)).toBe(1)
    expect((await post("/payouts/run")).data.payout_ids).toEqual([])

    const { data: runs } = await get("/payouts/runs")
    const reserved = runs.payout_runs.map(
      (run: { reserved: number }) => run.reserved
    )
    expect(reserved.reduce((a: number, b: number) => a + b)).toBe(2)
    expect(runs.payout_runs[0]).toMatchObject({ status: "done" })
    const run = await get(`/payouts/runs/${one.data.run_id ?? two.data.run_id}`)
    expect(run.data.payout_run.errors).toEqual([
      expect.objectContaining(failure),
    ])
    expect((await get("/payouts/runs/prun_none")).status).toBe(404)

    const list = async (query: string) => (await get(`/payouts?${query}`)).data
    expect(await list("")).toMatchObject({ count: 2, offset: 0, limit: 50 })
    for (const query of [
      `seller_id=${idOf(0)}`,
      "status=paid",
      "provider_id=rail",
      `q=${ids[0].slice(-8)}`,
      `id=${ids[0]}`,
    ]) {
      expect({ query, count: (await list(query)).count }).toEqual({
        ...{ query, count: 1 },
      })
    }
    expect(await list("currency_code=usd")).toMatchObject({
      ...{ count: 0, payouts: [] },
    })
    expect((await list("limit=1&order=amount")).payouts).toHaveLength(1)
    expect((await list("limit=1&offset=9")).count).toBe(2)
    const [paid] = (await list("status=paid")).payouts
    const { data } = await get(`/payouts/${paid.id}`)
    expect(data.payout).toMatchObject({
      ...{ amount: 50, seller_id: idOf(0), items_count: 2, attempt: 1 },
      items: [
        { kind: "adjustment", amount: 50 },
        { kind: "payout_reserve", amount: -50 },
      ],
    })
    expect((await get("/payouts/pout_none")).status).toBe(404)
  })

  it("marks paid what it paid by hand, with a reference that is nobody else's", async () => {
    await fund(0, "manual")
    await fund(1, "manual")
    const { data } = await post("/payouts/run")
    const [first, second] = data.payout_ids
    const reference = { reference: "bank 4711" }
    const mark = (id: string, body: unknown = reference) =>
      post(`/payouts/${id}/mark-paid`, body)
    expect((await mark(first, {})).status).toBe(400)
    expect((await mark("pout_none")).status).toBe(404)
    for (const status of [200, 200]) {
      expect(await mark(first)).toMatchObject({
        status,
        data: {
          payout: { status: "paid", provider_ref: "bank 4711" },
        },
      })
    }
    expect(await mark(second)).toMatchObject({
      ...{ status: 400, data: { message: expect.stringContaining("4711") } },
    })
    const failed = await post(`/payouts/${second}/mark-failed`, {
      reason: "The account is closed",
    })
    expect(failed.data.payout).toMatchObject({
      ...{ status: "failed", reason: "The account is closed" },
    })
    expect((await mark(second)).status).toBe(400)
    expect(await payoutsOf(world).checkInvariants()).toEqual([])
  })

  it("cancels what has not left, and brings back what a provider can bring back", async () => {
    const seller_id = await fund(0, "manual")
    const pay = async () =>
      (await post("/payouts/run", { seller_id })).data.payout_ids[0]
    const cancel = (id: string) =>
      post(`/payouts/${id}/cancel`, { reason: "Wrong seller" })
    const id = await pay()
    expect((await post(`/payouts/${id}/cancel`)).status).toBe(400)
    expect((await cancel(id)).data.payout).toMatchObject({
      ...{ status: "failed", reason: "Wrong seller" },
    })
    expect((await cancel(id)).status).toBe(400)
    // Cancelled by a person: the schedule leaves it alone until its next turn.
    expect((await post("/payouts/run")).data.payout_ids).toHaveLength(1)

    const bert = await fund(1, "stripe")
    const [account] = await payoutsOf(world).listPayoutAccounts({
      seller_id: bert,
    })
    stripe.enable(account?.provider_account_id ?? "")
    await payoutsOf(world).syncPayoutAccount({
      ...{ seller_id: bert, provider_id: "stripe" },
    })
    const { data } = await post("/payouts/run", { seller_id: bert })
    const [sent] = data.payout_ids
    expect((await cancel(sent)).data.payout.status).toBe("returned")
    expect((await cancel(sent)).status).toBe(400)
    const again = await post(`/payouts/${sent}/retry`)
    expect(again.data.payout).toMatchObject({ status: "paid", amount: 50 })
    expect(again.data.payout.id).not.toBe(sent)
    expect((await post(`/payouts/${again.data.payout.id}/retry`)).status).toBe(
      400
    )
    expect(await payoutsOf(world).checkInvariants()).toEqual([])
  })

  it("asks again for what timed out after it was accepted: one transfer", async () => {
    const seller_id = await fund(0, "rail")
    rail.script.push("lost")
    const { data } = await post("/payouts/run", { seller_id })
    const [id] = data.payout_ids
    expect((await get(`/payouts/${id}`)).data.payout).toMatchObject({
      ...{ status: "unknown", reason: expect.any(String) },
    })
    const [one, two] = await Promise.all([
      post(`/payouts/${id}/retry`),
      post(`/payouts/${id}/retry`),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    expect((await get(`/payouts/${id}`)).data.payout.status).toBe("paid")
    expect(rail.executions().get(id)).toBe(1)
    rail.script.push("refuse")
    await earn(world, seller_id, 700n)
    const refused = await post("/payouts/run", { seller_id })
    const failed = await get(`/payouts/${refused.data.payout_ids[0]}`)
    expect(failed.data.payout).toMatchObject({
      ...{ status: "failed", reason: "refused", amount: 7 },
    })
    const retried = await post(`/payouts/${failed.data.payout.id}/retry`)
    expect(retried.data.payout).toMatchObject({ status: "paid", amount: 7 })
  })

  it("decides how a seller is paid, and holds it", async () => {
    const path = `/sellers/${idOf(2)}/payout-account`
    expect((await get(path)).status).toBe(404)
    expect((await post(path, { schedule: "weekly" })).status).toBe(404)
    expect((await post(path, { provider_id: "none" })).status).toBe(404)
    expect((await post("/sellers/sel_none/payout-account")).status).toBe(404)
    const held_until = "2099-01-01T00:00:00.000Z"
    const decided = await post(path, {
      ...{ provider_id: "manual", schedule: "monthly", minimum: 20 },
      ...{ held_until, hold_reason: "under review" },
    })
    expect(decided.data.payout_account).toMatchObject({
      ...{ provider_id: "manual", schedule: "monthly", minimum: 20 },
      ...{ held_until, hold_reason: "under review", status: "active" },
    })
    await earn(world, idOf(2), 5000n)
    const run = () => post("/payouts/run", { seller_id: idOf(2) })
    expect((await run()).data.payout_ids).toEqual([])
    await post(path, { held_until: null })
    expect((await run()).data.payout_ids).toHaveLength(1)
    const decisions = await get(`/sellers/${idOf(2)}/payout-decisions`)
    const created_by = expect.stringMatching(/^user_/)
    expect(decisions.data.payout_decisions).toMatchObject([
      { kind: "end_hold", reason: "the hold is over", created_by },
      { kind: "hold", reason: "under review", created_by },
    ])
  })

  it("pays nothing that is only captured, and nothing that was refunded in full", async () => {
    const payout = payoutsOf(world)
    const seller_id = await fund(0, "rail", 1n)
    const line = {
      ...{ seller_id, origin: "placement" as const, currency_code: "eur" },
      ...{ line_type: "item" as const, line_id: "item_1", gross: 10000n },
      ...{ discount_seller: 0n, discount_platform: 0n, tax: 0n },
      ...{ tax_remitter: "platform" as const, commission: 1000n },
      ...{ commission_tax: 0n, rule_id: null, rule_version: null, explain: {} },
    }
    const capture = async (order_id: string) => {
      await payout.freezeSettlementLines([{ ...line, order_id }])
      await payout.recordParentCapture({
        ...{ capture_id: `cap_${order_id}`, provider_id: "pp" },
        ...{ amount: 10000n, currency_code: "eur" },
      })
      await payout.recordCapture({
        ...{ capture_id: `cap_${order_id}`, order_id },
        ...{ amount: 10000n, currency_code: "eur" },
      })
    }
    const run = async () =>
      (await post("/payouts/run", { seller_id })).data.payout_ids
    await payout.freezeSettlementLines([{ ...line, order_id: "order_placed" }])
    expect(await run()).toEqual([])
    await capture("order_captured")
    expect(await run()).toEqual([])
    await capture("order_back")
    const refund = {
      ...{ refund_id: "ref_1", order_id: "order_back", provider_id: "pp" },
      ...{ currency_code: "eur", amount: 10000n },
      lines: [
        {
          ...{ line_type: "item" as const, line_id: "item_1" },
          ...{ amount: 10000n, tax: 0n },
        },
      ],
    }
    await payout.recordRefund(refund)
    await payout.releaseEarnings({ order_id: "order_back", part: "all" })
    expect(await run()).toEqual([])
    await payout.releaseEarnings({ order_id: "order_captured", part: "all" })
    const [id] = await run()
    expect((await get(`/payouts/${id}`)).data.payout.amount).toBe(90.01)
  })
}
