import type { App, Suite } from "../app"
import { marketplaceApp } from "../app"
import { logIn, registerIdentity, type RegisteredIdentity } from "../members"
import { createWorld, type World } from "../world"

/** Rows of a table, straight from the spec's database. */
async function rows(app: App, sql: string): Promise<Record<string, unknown>[]> {
  const { Client } = await import("pg")
  const client = new Client({ connectionString: app.dbConfig.clientUrl })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const tables = [
  "seller",
  "seller_profile",
  "seller_onboarding",
  "seller_member",
  "member",
  "request",
]

async function counts(app: App): Promise<Record<string, number>> {
  const sql = tables
    .map((table) => `(select count(*)::int from "${table}") as "${table}"`)
    .join(", ")
  const [row] = await rows(app, `select ${sql}`)
  return Object.fromEntries(tables.map((name) => [name, Number(row?.[name])]))
}

const application = (name: string, email?: string) => ({
  name,
  member: { name: "Bob Miller", ...(email ? { email } : {}) },
})

type SignUpAnswer = {
  seller: { id: string; name: string; handle: string }
  request_id: string
  message: string
}

async function apply(
  world: World,
  name: string,
  email: string
): Promise<{
  identity: RegisteredIdentity
  data: SignUpAnswer
  status: number
}> {
  const identity = await registerIdentity(world, email)
  const { data, status } = await world.api.post(
    "/vendor/sellers",
    application(name, email),
    identity.as
  )
  return { identity, data, status }
}

const signUp: Suite = (app) => {
  it("takes an application, shows its state, and lets the seller in once it is accepted", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    expect((await api.post("/vendor/sellers", {})).status).toBe(401)
    expect((await api.get("/vendor/sellers/me")).status).toBe(401)
    const { identity, data, status } = await apply(
      world,
      "Bob's Parts",
      "Bob@Example.com"
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
    const accepted = await api.post(
      `/admin/requests/${data.request_id}`,
      { status: "accepted", reviewer_note: "Welcome" },
      admin
    )
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
  })
}

marketplaceApp({ "sign-up": signUp })
