import type { App } from "../app"
import { decide } from "../sign-up"
import { createWorld, type World } from "../world"
import { panel } from "./panel"

const credentials = { email: "bob@example.com", password: "correct-horse-1" }

export const auth = (app: App) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(app)
  })

  it("registers, waits for the operator, and works after the next login", async () => {
    const visitor = panel(world, {})
    const registered = await visitor.post("/auth/seller/emailpass/register", {
      ...credentials,
      confirmPassword: credentials.password,
      name: "Bob",
    })
    const applicant = panel(world, {
      headers: { authorization: `Bearer ${registered.token}` },
    })
    const early = await applicant.send("GET", "/vendor/sellers/me", {})
    expect(early).toMatchObject({
      status: 403,
      data: { message: "Seller is not active" },
    })
    const applied = await applicant.send("POST", "/vendor/sellers", {
      body: {
        name: "Bob's Parts",
        member: { name: "Bob", email: credentials.email },
      },
    })
    expect(applied.status).toBe(201)
    const again = await applicant.send("POST", "/vendor/sellers", {
      body: {
        name: "Bob's Parts",
        member: { name: "Bob", email: credentials.email },
      },
    })
    expect(again.status).toBe(409)
    const login = async () => {
      const { token } = await visitor.post(
        "/auth/seller/emailpass",
        credentials
      )
      return panel(world, { headers: { authorization: `Bearer ${token}` } })
    }
    const waiting = await login()
    for (const path of ["sellers/me", "products", "regions", "me"]) {
      expect(await waiting.send("GET", `/vendor/${path}`, {})).toMatchObject({
        status: 403,
        data: { message: "Seller is not active" },
      })
    }
    await decide(world, applied.data.request_id, "accepted")
    const bob = await login()
    expect(await bob.get("/vendor/sellers/me")).toMatchObject({
      seller: { name: "Bob's Parts", store_status: "ACTIVE" },
    })
    expect(await bob.get("/vendor/me")).toMatchObject({
      member: { id: expect.stringMatching(/^mem_/), role: "owner" },
    })
    await visitor.send("DELETE", "/auth/session", {})
    const wrong = await visitor.send("POST", "/auth/seller/emailpass", {
      body: { ...credentials, password: "wrong" },
    })
    expect(wrong.status).toBe(401)
    const reset = await world.api.post(
      "/auth/seller/emailpass/reset-password",
      { identifier: credentials.email }
    )
    expect(reset.status).toBeLessThan(300)
  })
}
