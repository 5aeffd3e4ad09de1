import {
  ContainerRegistrationKeys,
  generateJwtToken,
  Modules,
} from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../../../src/modules/seller"
import type { SellerModuleService } from "../../../src/modules/seller/service"
import type { App } from "../../app"
import {
  logIn,
  registerIdentity,
  signIn,
  type SignedInMember,
} from "../../members"
import { createWorld, type World } from "../../world"
import { earn, payoutsOf, stripe, useOutside } from "./stage"

const account = "/vendor/payout-account"
const germany = { context: { country: "de" } }

/** Where a seller is paid, as its panel does it. */
export function accountSuite(app: App): void {
  let world: World
  let seller: { id: string }
  let owner: SignedInMember
  useOutside()

  beforeAll(async () => {
    world = await createWorld(app)
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    seller = await sellers.createSellers({
      ...{ name: "Anna", handle: "anna", status: "active" },
    })
    owner = await signIn(world, seller)
  })

  const get = () => app.api.get(account, owner.as)
  const open = (body: unknown = germany) =>
    app.api.post(account, body, owner.as)
  /** A token of the owner whose login is an hour or so ago. */
  const oldLogin = (claims: Record<string, unknown> = {}) => {
    const { http } = world.container.resolve(
      ContainerRegistrationKeys.CONFIG_MODULE
    ).projectConfig
    const token = generateJwtToken(
      {
        ...{ actor_id: owner.id, actor_type: "seller" },
        ...{ auth_identity_id: owner.authIdentityId },
        ...{ auth_provider: "emailpass", app_metadata: {}, user_metadata: {} },
        ...{ iat: Math.floor(Date.now() / 1000) - 3700, ...claims },
      },
      { secret: http.jwtSecret, expiresIn: "1d" }
    )
    return { headers: { authorization: `Bearer ${token}` } }
  }

  it("is opened, onboarded at the provider, and active only by its requirements", async () => {
    expect(await get()).toMatchObject({
      ...{ status: 404, data: { type: "not_found" } },
    })
    expect((await app.api.get("/vendor/payouts", owner.as)).status).toBe(404)
    const opened = await open()
    expect(opened).toMatchObject({
      status: 201,
      data: {
        payout_account: {
          ...{ status: "pending", provider_id: "stripe", seller_id: seller.id },
          id: expect.stringMatching(/^pacc_/),
          reference_id: expect.stringMatching(/^acct_/),
          context: { country: "DE" },
          requirements: expect.arrayContaining(["external_account"]),
        },
      },
    })
    const { reference_id } = opened.data.payout_account
    // A repeat opens no second account.
    expect((await open()).data.payout_account).toMatchObject({ reference_id })
    expect(stripe.accounts.size).toBe(1)

    const pages = {
      refresh_url: "https://vendor.example.com/again",
      return_url: "https://vendor.example.com/money",
    }
    const onboarding = await app.api.post(
      `${account}/onboarding`,
      { context: pages },
      owner.as
    )
    const url = expect.stringContaining(`/setup/${reference_id}/`)
    expect(onboarding).toMatchObject({
      status: 200,
      data: { payout_account: { onboarding: { data: { url } } } },
    })
    expect((await get()).data.payout_account.onboarding.data.url).toEqual(url)

    await earn(world, seller.id, 5000n)
    const run = () => app.api.post("/admin/payouts/run", {}, world.admin)
    expect((await run()).data.payout_ids).toEqual([])
    stripe.enable(reference_id)
    expect((await get()).data.payout_account.status).toBe("pending")
    const synced = await app.api.post(`${account}/sync`, {}, owner.as)
    expect(synced.data.payout_account).toMatchObject({
      ...{ status: "active", requirements: [] },
    })
    expect((await run()).data.payout_ids).toHaveLength(1)
    const { data } = await app.api.get("/vendor/payouts", owner.as)
    expect(data).toMatchObject({
      ...{ count: 1, offset: 0, limit: 50 },
      payouts: [
        {
          ...{ currency_code: "eur", amount: 50, status: "paid" },
          data: { reference_id: expect.stringMatching(/^tr_/) },
        },
      ],
    })
    const [{ id }] = data.payouts
    const one = await app.api.get(`/vendor/payouts/${id}`, owner.as)
    expect(one.data.payout).toMatchObject({ id, items_count: 2 })
    const amounts = one.data.payout.items.map(
      ({ amount }: { amount: number }) => amount
    )
    expect(amounts).toEqual([50, -50])
    const checklist = await app.api.get(
      "/vendor/sellers/me/onboarding",
      owner.as
    )
    expect(checklist.data.onboarding.stripe_connection).toBe(true)
  })

  it.each([
    { provider_id: "manual" },
    { status: "active" },
    { reference_id: "acct_mine" },
    { provider_account_id: "acct_mine" },
    { idempotency_key: "mine" },
    { held_until: null },
    { context: { country: "de", provider_account_id: "acct_mine" } },
    { context: { country: "Germany" } },
    { schedule: "hourly" },
    { minimum: "-1" },
    { minimum: "1e9" },
  ])("takes no body that says more than a seller can (%j)", async (body) => {
    expect(await open({ ...germany, ...body })).toMatchObject({
      ...{ status: 400, data: { type: "invalid_data" } },
    })
    expect((await get()).status).toBe(404)
    expect(stripe.accounts.size).toBe(1)
  })

  it("is paid by the schedule and the minimum that the seller chooses", async () => {
    await open()
    const chosen = await open({ schedule: "manual", minimum: 75.5 })
    expect(chosen.data.payout_account).toMatchObject({
      ...{ schedule: "manual", minimum: 75.5 },
    })
    stripe.enable(chosen.data.payout_account.reference_id)
    await app.api.post(`${account}/sync`, {}, owner.as)
    await earn(world, seller.id, 5000n)
    const run = async (body: unknown) =>
      (await app.api.post("/admin/payouts/run", body, world.admin)).data
    expect((await run({})).payout_ids).toEqual([])
    const one = { seller_id: seller.id }
    expect((await run(one)).payout_ids).toEqual([])
    await earn(world, seller.id, 5000n)
    expect((await run({})).payout_ids).toEqual([])
    expect((await run(one)).payout_ids).toHaveLength(1)
  })

  it("changes only soon after a login, tells the owners, and holds payouts", async () => {
    const heard: unknown[] = []
    world.container
      .resolve(Modules.EVENT_BUS)
      .subscribe("payout_account.changed", async ({ data }) => {
        heard.push(data)
      })
    const first = await app.api.post(account, germany, oldLogin())
    expect(first.status).toBe(201)
    const { reference_id, id } = first.data.payout_account
    for (const as of [
      oldLogin(),
      oldLogin({
        iat: Math.floor(Date.now() / 1000),
        login_at: Math.floor(Date.now() / 1000) - 3700,
      }),
    ]) {
      const refusal = {
        status: 403,
        data: { code: "login_too_old", message: expect.any(String) },
      }
      expect(await app.api.post(account, germany, as)).toMatchObject(refusal)
      expect(await app.api.delete(account, as)).toMatchObject(refusal)
      const schedule = { schedule: "weekly" }
      expect((await app.api.post(account, schedule, as)).status).toBe(201)
    }
    const removed = await app.api.delete(account, owner.as)
    expect(removed.data).toEqual({
      ...{ id, object: "payout_account", deleted: true },
    })
    expect((await get()).status).toBe(404)
    expect((await app.api.delete(account, owner.as)).status).toBe(404)
    expect((await app.api.post(account, germany, oldLogin())).status).toBe(403)
    const other = await open()
    expect(other.data.payout_account).toMatchObject({
      ...{ id, hold_reason: "The payout details were changed" },
      reference_id: expect.not.stringMatching(reference_id),
      held_until: expect.any(String),
    })
    await new Promise((done) => setTimeout(done, 200))
    expect(heard).toEqual([
      { id, seller_id: seller.id },
      { id, seller_id: seller.id },
    ])
  })

  it("keeps the time of the login when a token is refreshed", async () => {
    const identity = await registerIdentity(world, "bert@example.com")
    await app.api.post(
      "/vendor/sellers",
      { name: "Bert", member: { name: "Bert" } },
      identity.as
    )
    const fresh = await logIn(world, identity.credentials)
    await new Promise((done) => setTimeout(done, 1100))
    const claims = (token: string) =>
      JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())
    const before = claims(String(fresh.headers?.authorization))
    const refresh = async (token: string) => {
      const as = { headers: { authorization: `Bearer ${token}` } }
      const { data } = await app.api.post("/auth/token/refresh", {}, as)
      return data.token
    }
    const token = String(fresh.headers?.authorization).slice(7)
    const once = await refresh(token)
    const twice = await refresh(once)
    expect(claims(twice)).toMatchObject({
      ...{ login_at: before.iat, actor_id: before.actor_id },
    })
    expect(claims(twice).iat).toBeGreaterThan(before.iat)
    const operator = String(world.admin.headers?.authorization).slice(7)
    expect(claims(await refresh(operator)).login_at).toBeUndefined()
  })

  it("is the suspended seller's to write, and nobody's without the permission", async () => {
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    const viewer = await signIn(world, seller, "viewer")
    expect((await app.api.post(account, germany, viewer.as)).status).toBe(403)
    await sellers.updateSellers({ id: seller.id, status: "suspended" })
    expect((await open()).status).toBe(201)
    expect((await app.api.get(account, viewer.as)).status).toBe(200)
    expect((await app.api.delete(account, viewer.as)).status).toBe(403)
    expect((await app.api.delete(account, owner.as)).status).toBe(200)
  })

  it("is not removed while a payout to it is under way", async () => {
    const payout = payoutsOf(world)
    const seller_id = seller.id
    await payout.syncPayoutAccount({ seller_id, provider_id: "manual" })
    await earn(world, seller_id, 5000n)
    const { data } = await app.api.post(
      "/admin/payouts/run",
      { seller_id },
      world.admin
    )
    const refused = await app.api.delete(account, owner.as)
    expect(refused).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining(data.payout_ids[0]) },
    })
    expect((await get()).status).toBe(200)
  })
}
