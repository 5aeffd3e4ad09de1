import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { createWorld, type World } from "../../world"
import { messageStorm } from "./message-storm"
import { earn, payoutsOf, stripe, useOutside } from "./stage"

const seller_id = "sel_told"

/** What a provider tells by its webhooks. */
export function messageSuite(app: App): void {
  let world: World
  let account: string
  useOutside()

  beforeAll(async () => {
    world = await createWorld(app)
  })
  beforeEach(async () => {
    const payout = payoutsOf(world)
    await payout.syncPayoutAccount({
      ...{ seller_id, provider_id: "stripe", context: { country: "DE" } },
    })
    const [row] = await payout.listPayoutAccounts({ seller_id })
    account = row?.provider_account_id ?? ""
  })

  type Message = ReturnType<typeof stripe.event>
  const deliver = ({ body, headers }: Message, provider = "stripe") =>
    app.api.post(`/hooks/payouts/${provider}`, body, {
      headers: { "content-type": "application/json", ...headers },
      transformRequest: (text: string) => text,
    })
  const statusNow = async () => {
    const [row] = await payoutsOf(world).listPayoutAccounts({ seller_id })
    return row?.status
  }
  const messages = () => payoutsOf(world).listProviderEvents()

  it("does what is signed once, and forgets what is older than what it knows", async () => {
    expect(await statusNow()).toBe("pending")
    const now = Math.floor(Date.now() / 1000)
    const enabled = stripe.enable(account)
    const active = stripe.event("account.updated", enabled, {
      created: now + 10,
    })
    const left = stripe.event(
      "account.application.deauthorized",
      { id: "ca_1", object: "application" },
      { account, created: now + 20 }
    )
    for (const status of [200, 200, 200]) {
      expect((await deliver(active)).status).toBe(status)
    }
    expect(await statusNow()).toBe("active")
    expect((await deliver(left)).status).toBe(200)
    expect(await statusNow()).toBe("disabled")
    // Late, and of the same second: neither wakes the account.
    for (const created of [now + 15, now + 20]) {
      await deliver(stripe.event("account.updated", enabled, { created }))
      expect(await statusNow()).toBe("disabled")
    }
    await earn(world, seller_id, 5000n)
    const { data } = await app.api.post("/admin/payouts/run", {}, world.admin)
    expect(data.payout_ids).toEqual([])
    expect(await messages()).toHaveLength(4)
    expect((await messages()).every((row) => row.processed_at)).toBe(true)
  })

  it("refuses what is forged, and keeps nothing of it", async () => {
    const enabled = stripe.enable(account)
    const real = stripe.event("account.updated", enabled)
    const forged = [
      { ...real, headers: { "stripe-signature": "t=1,v1=00" } },
      { ...real, body: real.body.replace("account.updated", "account.update") },
      { ...real, body: "" },
      { body: "{", headers: { "stripe-signature": "" } },
    ]
    for (const message of forged) {
      const { status } = await deliver(message)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    for (const provider of ["manual", "bank", "none", "__proto__"]) {
      const { status } = await deliver(real, provider)
      expect({ provider, refused: status >= 400 && status < 500 }).toEqual({
        ...{ provider, refused: true },
      })
    }
    const huge = { ...real, body: `${real.body}${" ".repeat(300_000)}` }
    expect((await deliver(huge)).status).toBe(413)
    expect(await messages()).toEqual([])
    expect(await statusNow()).toBe("pending")
  })

  it("hears of a transfer before its own call ended, and of one that came back", async () => {
    stripe.enable(account)
    await payoutsOf(world).syncPayoutAccount({
      ...{ seller_id, provider_id: "stripe" },
    })
    await earn(world, seller_id, 5000n)
    const run = await payoutsOf(world).reserveDuePayouts({ seller_id })
    const payout_id = run.payout_ids[0] ?? ""
    stripe.script.push("error")
    await payoutsOf(world).sendNextPayout(payout_id)
    const row = async () =>
      (await app.api.get(`/admin/payouts/${payout_id}`, world.admin)).data
        .payout
    expect((await row()).status).toBe("unknown")
    const transfer = {
      ...{ id: "tr_1", object: "transfer", reversed: false },
      metadata: { payout_id },
    }
    // The reversal comes first.
    const back = { ...transfer, reversed: true }
    await deliver(stripe.event("transfer.reversed", back))
    expect((await row()).status).toBe("returned")
    await deliver(stripe.event("transfer.created", transfer))
    expect((await row()).status).toBe("returned")
    const stranger = { ...transfer, metadata: { payout_id: "pout_none" } }
    expect(
      (await deliver(stripe.event("transfer.created", stranger))).status
    ).toBe(200)
    await runSweepersWorkflow(world.container).run({
      input: { names: ["payout-provider-events"] },
    })
    const failing = (await messages()).filter((one) => !one.processed_at)
    expect(failing).toEqual([
      expect.objectContaining({ error: expect.stringContaining("pout_none") }),
    ])
    expect(await payoutsOf(world).checkInvariants()).toEqual([])
  })

  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  it(`has one effect of each of 60 events, three times each, shuffled, 5 % forged (seed ${seed})`, async () => {
    const figures = await messageStorm({ app, world }, { events: 60, seed })
    expect(figures).toMatchObject({
      ...{ delivered: 183, accepted: 180, refused: 3, kept: 60 },
      ...{ paid: 50, violations: 0 },
    })
  })
}
