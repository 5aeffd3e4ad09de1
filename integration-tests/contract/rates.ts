import type { App } from "../app"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel } from "./panel"

export const rates = (app: App) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(app)
  })

  it("answers 429 in JSON to whoever guesses passwords, and to nobody else", async () => {
    const visitor = panel(world, {})
    const path = "/auth/seller/emailpass"
    const guess = (email: string) =>
      visitor.send("POST", path, { body: { email, password: "guess" } })
    const statuses: number[] = []
    for (let n = 0; n < 17; n += 1) {
      statuses.push((await guess("Victim@example.com")).status)
    }
    expect(statuses).toEqual([...Array<number>(15).fill(401), 429, 429])
    const refused = await guess("victim@example.com")
    expect(refused.data).toEqual({
      type: "too_many_requests",
      message: "Too many requests. Try again in a minute",
    })
    expect(refused.headers["retry-after"]).toEqual(expect.any(String))
    expect((await guess("other@example.com")).status).toBe(401)
    const reset = await visitor.send("POST", `${path}/reset-password`, {
      body: { identifier: "victim@example.com" },
    })
    expect(reset.status).toBe(429)
  })

  it("lets nobody flood the address of payout providers with forged messages", async () => {
    const visitor = panel(world, {})
    const forge = async () =>
      (await visitor.send("POST", "/hooks/payouts/manual", { body: {} })).status
    const statuses: number[] = []
    for (let n = 0; n < 13; n += 1) {
      statuses.push(
        ...(await Promise.all(Array.from({ length: 50 }, () => forge())))
      )
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(50)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
  })

  it("counts invitations by login, and leaves reads alone", async () => {
    const bob = panel(world, (await newSeller(world, "Bob")).client.as)
    const statuses: number[] = []
    for (let n = 0; n < 32; n += 1) {
      const body = { email: `guest${n}@example.com`, role: "member" }
      statuses.push(
        (await bob.send("POST", "/vendor/invites", { body })).status
      )
    }
    expect(statuses).toEqual([...Array<number>(30).fill(201), 429, 429])
    expect((await bob.get("/vendor/invites")).count).toBe(30)
  })
}
