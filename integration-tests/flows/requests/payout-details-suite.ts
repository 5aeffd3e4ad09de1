import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { rows } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"

const details = (iban: string) => ({
  context: { account_holder: "Bob Miller", iban },
})

/** Where a seller's money goes changes only with the operator's word, once the rule says so. */
export const payoutDetails: Suite = (app) => {
  async function scene() {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    await bob.client.post("/payout-account", details("DE02120300000000202051"))
    const rule = await world.api.post(
      "/admin/configuration",
      { rule_type: "payout_details_approval", is_enabled: true },
      world.admin
    )
    expect(rule.status).toBe(201)
    const ask = (iban: string) =>
      bob.client.post("/payout-account", details(iban))
    const iban = async () => {
      const [row] = await rows(app, "select context from payout_account")
      return (row?.context as { iban: string }).iban
    }
    return { world, bob, ask, iban }
  }

  it("waits, takes in what was asked last, shows nobody the account, and is changed by the acceptance alone", async () => {
    const { world, bob, ask, iban } = await scene()
    const log = eventLog(world.container, [
      "request.submitted",
      "request.accepted",
    ])
    const first = await ask("DE02500105170137075030")
    expect(first.request).toMatchObject({
      ...{ type: "payout_details", status: "pending", title: "Payout details" },
      data: { context: { iban: "…5030" } },
    })
    const second = await ask("DE02100500000054540402")
    expect(second.request).toMatchObject({ id: first.request.id, revision: 2 })
    expect(await iban()).toBe("DE02120300000000202051")
    const seen = await world.api.get("/admin/requests", world.admin)
    expect(JSON.stringify(seen.data)).not.toContain("54540402")
    const other = await world.api.post(
      "/vendor/requests",
      { request: { type: "payout_details", data: details("DE0") } },
      bob.client.as
    )
    expect(other.status).toBe(400)
    const { status, data } = await decide(world, first.request.id, "accepted")
    expect([status, data.createdResourceType]).toEqual([200, "payout_account"])
    expect(await iban()).toBe("DE02100500000054540402")
    expect((await log.take()).map(({ name }) => name)).toEqual([
      "request.submitted",
      "request.accepted",
    ])
  })

  it("stays as it is when rejected or withdrawn, and when the account moved underneath", async () => {
    const { world, bob, ask, iban } = await scene()
    const first = await ask("DE02500105170137075030")
    await decide(world, first.request.id, "rejected", "Call us")
    const second = await ask("DE02500105170137075030")
    expect(second.request.id).not.toBe(first.request.id)
    await bob.client.post(`/requests/${second.request.id}/withdraw`)
    const third = await ask("DE02500105170137075030")
    await rows(app, "update payout_account set revision = revision + 1")
    const late = await decide(world, third.request.id, "accepted")
    expect(late.status).toBe(409)
    expect(await iban()).toBe("DE02120300000000202051")
    const [row] = await rows(
      app,
      "select status, failure from request where id = $1",
      [third.request.id]
    )
    expect(row).toEqual({
      status: "pending",
      failure: expect.stringContaining("changed since"),
    })
  })

  it("cannot be gone around by removing the account first, and leaves the schedule to the seller", async () => {
    const { world, bob, ask, iban } = await scene()
    const saved = await bob.client.post("/payout-account", {
      schedule: "weekly",
    })
    expect(saved).toMatchObject({ payout_account: { schedule: "weekly" } })
    expect(saved.request).toBeUndefined()
    await bob.client.delete("/payout-account")
    const asked = await ask("DE02500105170137075030")
    expect(asked).toMatchObject({
      payout_account: null,
      request: { status: "pending" },
    })
    expect(await iban()).toBe("DE02120300000000202051")
    await decide(world, asked.request.id, "accepted")
    expect(await iban()).toBe("DE02500105170137075030")
    expect(
      (await bob.client.get("/payout-account")).payout_account
    ).toMatchObject({ schedule: "weekly" })
  })
}
