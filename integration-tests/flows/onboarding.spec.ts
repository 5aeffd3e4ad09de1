import { setTimeout as sleep } from "node:timers/promises"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import type { Suite } from "../app"
import { marketplaceApp } from "../app"
import { logIn, registerIdentity } from "../members"
import { counts, rows } from "../rows"
import { acceptedSeller, application, applyAs, decide } from "../sign-up"
import { createWorld } from "../world"
import { decisions } from "./decisions-suite"
import { lifecycle } from "./lifecycle-suite"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import { registerSellerWorkflow } from "../../src/workflows/seller/register-seller"

const tables = [
  "seller",
  "seller_profile",
  "seller_onboarding",
  "seller_member",
  "member",
  "request",
]

const none = Object.fromEntries(tables.map((table) => [table, 0]))
const one = Object.fromEntries(tables.map((table) => [table, 1]))

let breakRegistration = false
registerSellerWorkflow.hooks.sellerRegistered(() => {
  if (breakRegistration) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The last step of the registration failed"
    )
  }
})

const signUp: Suite = (app) => {
  it("takes an application, shows its state, and lets the seller in once it is accepted", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    expect((await api.post("/vendor/sellers", {})).status).toBe(401)
    expect((await api.get("/vendor/sellers/me")).status).toBe(401)
    const nobody = await registerIdentity(world, "nobody@example.com")
    expect((await api.get("/vendor/application", nobody.as)).status).toBe(404)
    const { identity, data, status } = await applyAs(
      world,
      "Bob@Example.com",
      application("Bob's Parts", {
        member: { name: "Bob Miller", email: "bob@example.com" },
      })
    )
    expect(data).toMatchObject({
      seller: {
        name: "Bob's Parts",
        handle: "bobs-parts",
        status: "pending",
        store_status: "INACTIVE",
        email: "bob@example.com",
      },
      request_id: expect.stringMatching(/^req_/),
    })
    expect(status).toBe(201)
    const waiting = await api.get("/vendor/application", identity.as)
    expect(waiting.data.application).toMatchObject({
      request_id: data.request_id,
      status: "pending",
    })
    const asMember = await logIn(world, identity.credentials)
    for (const path of ["sellers/me", "me", "members", "invites"]) {
      const refused = await api.get(`/vendor/${path}`, asMember)
      expect(refused.status).toBe(403)
      expect(refused.data).toMatchObject({
        message: "Seller is not active",
        code: "seller_pending",
      })
    }
    const list = await api.get(
      "/admin/requests?type=seller&status=pending&q=bob",
      admin
    )
    expect(list.data).toMatchObject({
      count: 1,
      requests: [
        {
          id: data.request_id,
          type: "seller",
          data: {
            seller: { name: "Bob's Parts" },
            member: { name: "Bob Miller" },
            provider_identity_id: "bob@example.com",
          },
          seller: { id: data.seller.id, email: "bob@example.com" },
        },
      ],
    })
    const accepted = await decide(world, data.request_id, "accepted", "Welcome")
    expect(accepted.status).toBe(200)
    expect(accepted.data).toMatchObject({
      id: data.request_id,
      status: "accepted",
      createdResourceType: "seller",
      createdResource: { id: data.seller.id, store_status: "ACTIVE" },
      request: { reviewer_note: "Welcome" },
    })
    const me = await api.get("/vendor/sellers/me", asMember)
    expect(me.data.seller).toMatchObject({
      id: data.seller.id,
      store_status: "ACTIVE",
      description: "",
      phone: "",
    })
    expect(
      await rows(
        app,
        `select p.name, l.seller_id from shipping_profile p
         join marketplace_shipping_profile_seller l on l.shipping_profile_id = p.id`
      )
    ).toEqual([
      { name: `${data.seller.id}:Default`, seller_id: data.seller.id },
    ])
    const self = await api.get("/vendor/me", asMember)
    expect(self.data.member).toMatchObject({
      email: "bob@example.com",
      role: "owner",
      seller: { id: data.seller.id },
    })
  })

  it("makes exactly one seller of parallel and repeated applications of one login", async () => {
    const world = await createWorld(app)
    const identity = await registerIdentity(world, "bob@example.com")
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        world.api.post(
          "/vendor/sellers",
          application(`Bob's Parts ${n % 2}`),
          identity.as
        )
      )
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, ...Array(9).fill(409)])
    expect(await counts(app, tables)).toEqual(one)
    const asMember = await logIn(world, identity.credentials)
    for (const as of [identity.as, asMember]) {
      const again = await world.api.post(
        "/vendor/sellers",
        application("Bob's other shop"),
        as
      )
      expect(again.status).toBe(409)
      expect(again.data.message).toContain("You own the seller")
    }
    expect(await counts(app, tables)).toEqual(one)
  })

  it("refuses taken names and bad fields with a message that names them, and leaves nothing behind", async () => {
    const world = await createWorld(app)
    await applyAs(
      world,
      "bob@example.com",
      application("Bob's Parts", {
        handle: "bob",
        email: "shop@example.com",
      })
    )
    const before = await counts(app, tables)
    const alice = await registerIdentity(world, "alice@example.com")
    const refused: [object, number, string][] = [
      [application("BOB'S PARTS"), 409, 'The name "BOB\'S PARTS" is already'],
      [application("Alice", { handle: "bob" }), 409, 'The handle "bob"'],
      [
        application("Alice", { email: "Shop@example.com" }),
        409,
        "Provided email is already taken",
      ],
      [{ member: { name: "Alice" } }, 400, "'name'"],
      [{ name: "Alice" }, 400, "'member'"],
      [{ name: "", member: { name: "Alice" } }, 400, "'name'"],
      [{ name: "Alice", member: {} }, 400, "'member, name'"],
      [application("Alice", { email: "no address" }), 400, "'email'"],
      [application("Alice", { handle: "Not A Handle" }), 400, "'handle'"],
      [application("Alice", { country_code: "Germany" }), 400, "country_code"],
      [application("Alice", { photo: "javascript:alert(1)" }), 400, "'photo'"],
      [
        application("Alice", {
          member: { name: "Alice", email: "bob@example.com" },
        }),
        400,
        "'member, email'",
      ],
      [application("Alice", { status: "active" }), 400, "status"],
      [application("Alice", { commission: 0 }), 400, "commission"],
    ]
    for (const [body, status, words] of refused) {
      const answer = await world.api.post("/vendor/sellers", body, alice.as)
      expect([answer.status, answer.data.message]).toEqual([
        status,
        expect.stringContaining(words),
      ])
    }
    expect(await counts(app, tables)).toEqual(before)
    const second = await world.api.post(
      "/vendor/sellers",
      application("Bob"),
      alice.as
    )
    expect(second.data.seller.handle).toBe("bob-2")
  })

  it("takes back a registration whose last step fails, so that it can be repeated", async () => {
    const world = await createWorld(app)
    const identity = await registerIdentity(world, "bob@example.com")
    const send = () =>
      world.api.post("/vendor/sellers", application("Bob"), identity.as)
    breakRegistration = true
    const failed = await send()
    breakRegistration = false
    expect(failed.status).toBe(400)
    expect(await counts(app, tables)).toEqual(none)
    const [login] = await world.container
      .resolve(Modules.AUTH)
      .listAuthIdentities({
        provider_identities: { entity_id: "bob@example.com" },
      })
    expect(login?.app_metadata ?? {}).toEqual({})
    expect((await send()).status).toBe(201)
    expect(await counts(app, tables)).toEqual(one)
  })

  it("answers 403 while registration is off", async () => {
    const world = await createWorld(app)
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    sellers.options.registration = false
    const refused = await applyAs(world, "bob@example.com", application("Bob"))
    sellers.options.registration = true
    expect(refused.status).toBe(403)
    expect(refused.data.message).toBe(
      "This marketplace does not take applications"
    )
    expect(await counts(app, tables)).toEqual(none)
  })
}

/** Medusa's local analytics provider writes what it hears to the log. */
const funnel: Suite = (app) => {
  it("is heard by Medusa's local analytics provider, by opaque ids", async () => {
    const logger = app.getContainer().resolve(ContainerRegistrationKeys.LOGGER)
    const heard: string[] = []
    const debug = jest.spyOn(logger, "debug").mockImplementation((line) => {
      heard.push(String(line))
    })
    const world = await createWorld(app)
    const { seller } = await acceptedSeller(world, "Bob's Parts")
    const steps = () =>
      heard
        .flatMap(
          (line) => line.match(/^Tracking event: '(seller_\w+)'/)?.[1] ?? []
        )
        .sort()
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      if (steps().length === 2) {
        break
      }
      await sleep(50)
    }
    debug.mockRestore()
    expect(steps()).toEqual(["seller_accepted", "seller_applied"])
    const told = heard.filter((line) => /^(Tracking|Identifying)/.test(line))
    for (const line of told.filter((one) => one.includes("'seller_"))) {
      expect(line).toContain(`actor_id: '${seller.id}', group: '${seller.id}'`)
    }
    expect(told.join()).not.toMatch(/Bob|@example/i)
  })
}

marketplaceApp(
  { "sign-up": signUp, decisions, lifecycle, "the funnel": funnel },
  {
    options: { capture: "manual" },
    modules: [
      {
        resolve: "@medusajs/medusa/analytics",
        options: {
          providers: [
            { resolve: "@medusajs/medusa/analytics-local", id: "local" },
          ],
        },
      },
    ],
  }
)
