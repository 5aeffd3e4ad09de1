import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Redis } from "ioredis"
import type * as RateLimit from "../../src/api/_kit/rate-limit"
import type { RateClass } from "../../src/api/_kit/rate-limit"
import { vendorRows } from "../../src/api/_kit/vendor-table"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import type { App } from "../app"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel } from "./panel"

export const rates = (app: App) => {
  let world: World
  let redis: Redis

  beforeAll(async () => {
    world = await createWorld(app)
    const { options } =
      world.container.resolve<SellerModuleService>(SELLER_MODULE)
    redis = new Redis(options.rateLimitRedisUrl ?? "")
  })

  // A new minute for every test.
  beforeEach(() => redis.flushdb())
  afterAll(() => redis.quit())

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
    const [key = ""] = await redis.keys("marketplace-rate:invites:ip:*")
    const ip = key.replace(/^.*:ip:/, "").replace(/\/\d+$/, "")
    const another = () => anotherProcess("invites", { ip, world })
    expect(await another()).toBe(200)
    // Two thirds of the address' 60 were Bob's; the next 29 are another process'.
    const others = []
    for (let n = 0; n < 29; n += 1) {
      others.push(await another())
    }
    expect(others).toEqual([...Array<number>(27).fill(200), 429, 429])
  })

  it("has a class for everything that is worth guessing, mailing, storing or paying", () => {
    const limited = Object.fromEntries(
      vendorRows()
        .filter(({ rate }) => rate)
        .map(({ method, path, rate }) => [`${method} ${path}`, rate])
    )
    expect(limited).toEqual({
      "POST /vendor/sellers": "signups",
      "POST /vendor/invites": "invites",
      "POST /vendor/invites/accept": "invites",
      "POST /vendor/invites/:id/resend": "invites",
      "POST /vendor/uploads": "uploads",
      "POST /vendor/documents": "uploads",
      "POST /vendor/products/export": "exports",
      "POST /vendor/orders/export": "exports",
      "POST /vendor/products/import": "imports",
      "GET /vendor/statements/:id/pdf": "exports",
      "POST /vendor/payout-account": "payouts",
      "DELETE /vendor/payout-account": "payouts",
      "POST /vendor/payout-account/onboarding": "payouts",
      "POST /vendor/payout-account/sync": "payouts",
    })
  })

  it("answers 429 to exports, imports, payout actions and sign-ups that come too fast", async () => {
    const bob = panel(world, (await newSeller(world, "Bob")).client.as)
    for (const [path, allowed] of [
      ["/vendor/products/export", 30],
      ["/vendor/products/import", 30],
      ["/vendor/payout-account/sync", 30],
      ["/vendor/sellers", 10],
    ] as const) {
      await redis.flushdb()
      const statuses: boolean[] = []
      for (let n = 0; n < allowed + 1; n += 1) {
        const { status } = await bob.send("POST", path, { body: {} })
        statuses.push(status === 429)
      }
      expect({ path, refused: statuses.filter(Boolean).length }).toEqual({
        path,
        refused: 1,
      })
      expect(statuses.at(-1)).toBe(true)
    }
  })
}

/** One call of the class from the address, counted by a second process: its own modules, the same Redis. */
async function anotherProcess(
  name: RateClass,
  { ip, world: { container } }: { ip: string; world: World }
): Promise<number> {
  second ??= isolated()
  const scope = { resolve: container.resolve.bind(container) }
  const req = {
    scope,
    ip,
    headers: {},
    body: {},
    app: { get: () => false },
  }
  return await new Promise<number>((answered, failed) => {
    const res = {
      setHeader: () => undefined,
      headersSent: false,
      status: (status: number) => ({ json: () => answered(status) }),
    }
    const next = (error?: unknown) =>
      error
        ? failed(error instanceof Error ? error : new Error())
        : answered(200)
    // All of a request and an answer that the limiter looks at.
    void second?.limited(name)(
      req as unknown as MedusaRequest,
      res as unknown as MedusaResponse,
      next as MedusaNextFunction
    )
  })
}

let second: typeof RateLimit | undefined

function isolated(): typeof RateLimit {
  const loaded: (typeof RateLimit)[] = []
  jest.isolateModules(() => {
    loaded.push(jest.requireActual("../../src/api/_kit/rate-limit"))
  })
  const [own] = loaded
  if (!own) {
    throw new Error("The module was not loaded")
  }
  return own
}
