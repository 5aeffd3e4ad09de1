import type { Suite } from "../../app"
import { marketplaceApp } from "../../app"
import { eventLog } from "../../event-log"
import { lastToken, mailboxModule } from "../../mailbox/mailbox"
import { addMembership, logIn, registerIdentity, signIn } from "../../members"
import { rows } from "../../rows"
import { createSeller, createWorld } from "../../world"
import { acceptedSeller } from "../../sign-up"
import { rollback } from "../../flows/rollback-suite"
import { operatorsSellers } from "../admin/sellers-suite"
import { invites } from "./invites-suite"
import { roleMatrix } from "./roles-suite"

const members: Suite = (app) => {
  it("lists, shows and changes the own team only", async () => {
    const world = await createWorld(app)
    const { api } = world
    const bob = await createSeller(world, "Bob's Parts")
    const alice = await createSeller(world, "Alice's Wares")
    const owner = await signIn(world, bob, "owner", "bob@example.com")
    const finance = await signIn(world, bob, "finance", "fay@example.com")
    const other = await signIn(world, alice, "owner")
    const list = await api.get(
      "/vendor/members?limit=9999&order=email",
      owner.as
    )
    expect(list.data).toMatchObject({
      count: 2,
      members: [
        { id: owner.id, role: "owner", role_id: "role_owner", bio: "" },
        { id: finance.id, role: "member", role_id: "role_finance", phone: "" },
      ],
    })
    const found = await api.get(
      "/vendor/members?q=FAY&fields=id,first_name",
      owner.as
    )
    expect(found.data.members.map(({ id }: { id: string }) => id)).toEqual([
      finance.id,
    ])
    expect((await api.get("/vendor/members?q=%25", owner.as)).data.count).toBe(
      0
    )
    expect(
      (await api.get("/vendor/members?offset=5", owner.as)).data
    ).toMatchObject({ members: [], count: 2 })
    expect((await api.get("/vendor/members?limit=x", owner.as)).status).toBe(
      400
    )
    const edited = await api.post(
      `/vendor/members/${finance.id}`,
      { name: "Fay", bio: "", role: "viewer" },
      owner.as
    )
    expect(edited.data.member).toMatchObject({
      name: "Fay",
      role_id: "role_viewer",
      seller: { id: bob.id, store_status: "ACTIVE" },
    })
    const self = await api.post("/vendor/me", { phone: "123" }, finance.as)
    expect(self.data.member).toMatchObject({
      phone: "123",
      permissions: expect.not.arrayContaining(["team:write"]),
    })
    for (const call of [
      api.get(`/vendor/members/${other.id}`, owner.as),
      api.post(`/vendor/members/${other.id}`, { name: "x" }, owner.as),
      api.delete(`/vendor/members/${other.id}`, owner.as),
      api.post("/vendor/sellers/me/owner", { member_id: other.id }, owner.as),
      api.get("/vendor/members/user_123", owner.as),
    ]) {
      const { status, data } = await call
      expect([status, data.type]).toEqual([404, "not_found"])
    }
    expect(
      await rows(app, "select name from member where id = $1", [other.id])
    ).toEqual([{ name: "The owner" }])
  })

  it("lets nobody give itself or others more than it holds", async () => {
    const world = await createWorld(app)
    const { api } = world
    const bob = await createSeller(world, "Bob's Parts")
    const owner = await signIn(world, bob, "owner")
    const admin = await signIn(world, bob, "admin")
    const manager = await signIn(world, bob, "manager")
    const role = async (
      by: typeof owner,
      of: typeof owner,
      body: object
    ): Promise<number> =>
      (await api.post(`/vendor/members/${of.id}`, body, by.as)).status
    expect(await role(manager, manager, { role: "admin" })).toBe(403)
    expect(await role(manager, admin, { name: "Eve" })).toBe(403)
    expect(await role(admin, admin, { role: "owner" })).toBe(400)
    expect(await role(admin, owner, { role: "viewer" })).toBe(400)
    expect(await role(owner, manager, { role: "king" })).toBe(400)
    expect(await role(owner, manager, { role_id: "role_king" })).toBe(400)
    expect(await role(owner, manager, { email: "x@example.com" })).toBe(400)
    expect(await role(admin, manager, { role: "member" })).toBe(200)
    const shared = await signIn(world, bob, "viewer")
    await addMembership(world, await createSeller(world, "Alice"), shared)
    expect(await role(owner, shared, { name: "Renamed" })).toBe(403)
    expect(await role(owner, shared, { role: "support" })).toBe(200)
    expect(
      (
        await api.post(
          "/vendor/sellers/me/owner",
          { member_id: admin.id },
          admin.as
        )
      ).status
    ).toBe(403)
    expect(
      await rows(
        app,
        "select role_id from seller_member where seller_id = $1 order by role_id",
        [bob.id]
      )
    ).toEqual(
      ["role_admin", "role_manager", "role_owner", "role_support"].map(
        (role_id) => ({ role_id })
      )
    )
  })

  it("keeps exactly one owner under parallel transfers", async () => {
    const world = await createWorld(app)
    const { api } = world
    const log = eventLog(world.container, ["seller.ownership_transferred"])
    const bob = await createSeller(world, "Bob's Parts")
    const owner = await signIn(world, bob, "owner")
    const heirs = await Promise.all(
      Array.from({ length: 8 }, () => signIn(world, bob, "manager"))
    )
    const answers = await Promise.all(
      heirs.flatMap(({ id }) => [
        api.post("/vendor/sellers/me/owner", { member_id: id }, owner.as),
        api.post(`/vendor/members/${id}`, { role: "viewer" }, owner.as),
      ])
    )
    const transfers = answers.filter((_, n) => n % 2 === 0)
    expect(transfers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const owners = await rows(
      app,
      "select member_id from seller_member where role_id = 'role_owner'"
    )
    expect(owners).toHaveLength(1)
    expect(await log.take()).toEqual([
      {
        name: "seller.ownership_transferred",
        data: { id: bob.id, from: owner.id, to: owners[0]?.member_id },
      },
    ])
    const removed = await api.delete(
      `/vendor/members/${String(owners[0]?.member_id)}`,
      owner.as
    )
    expect(removed.status).toBe(400)
  })

  it("refuses a removed member's live token and its new login on the next request", async () => {
    const world = await createWorld(app)
    const { api } = world
    const { seller, as: owner } = await acceptedSeller(world, "Bob's Parts")
    const identity = await registerIdentity(world, "max@example.com")
    const invited = await api.post(
      "/vendor/invites",
      { email: "max@example.com", role: "admin" },
      owner
    )
    expect(invited.status).toBe(201)
    const accepted = await api.post(
      "/vendor/invites/accept",
      { token: lastToken("max@example.com"), name: "Max" },
      identity.as
    )
    expect(accepted.status).toBe(200)
    const max = await logIn(world, identity.credentials)
    const { data } = await api.get("/vendor/me", max)
    expect(data.member).toMatchObject({ name: "Max", role: "admin" })
    expect(data.member.seller.id).toBe(seller.id)
    const removed = await api.delete(`/vendor/members/${data.member.id}`, owner)
    expect(removed.data).toEqual({
      id: data.member.id,
      object: "member",
      deleted: true,
    })
    const fresh = await logIn(world, identity.credentials)
    for (const as of [max, fresh]) {
      for (const path of ["me", "members", "sellers/me", "products"]) {
        expect((await api.get(`/vendor/${path}`, as)).status).toBe(403)
      }
      expect((await api.post("/vendor/me", { name: "x" }, as)).status).toBe(403)
    }
    const again = await api.post(
      "/vendor/invites",
      { email: "max@example.com" },
      owner
    )
    expect(again.status).toBe(201)
    const back = await api.post(
      "/vendor/invites/accept",
      { token: lastToken("max@example.com"), name: "Max" },
      fresh
    )
    expect(back.status).toBe(200)
    expect((await api.get("/vendor/me", max)).data.member.role).toBe("member")
  })

  it("serves a member of several sellers the one it names, else the oldest", async () => {
    const world = await createWorld(app)
    const { api } = world
    const bob = await createSeller(world, "Bob's Parts")
    const alice = await createSeller(world, "Alice's Wares")
    const carol = await createSeller(world, "Carol's Books")
    const { as, id } = await signIn(world, bob, "viewer")
    await addMembership(world, alice, { id, role: "admin" })
    const at = async (sellerId?: string) => {
      const headers = {
        ...as.headers,
        ...(sellerId === undefined ? {} : { "x-seller-id": sellerId }),
      }
      const { status, data } = await api.get("/vendor/me", { headers })
      return [status, data.member?.seller.id, data.member?.role_id]
    }
    expect(await at()).toEqual([200, bob.id, "role_viewer"])
    expect(await at(bob.id)).toEqual([200, bob.id, "role_viewer"])
    expect(await at(alice.id)).toEqual([200, alice.id, "role_admin"])
    for (const foreign of [carol.id, "sel_unknown", "*"]) {
      expect(await at(foreign)).toEqual([404, undefined, undefined])
    }
    const renamed = await api.post(
      "/vendor/sellers/me",
      { name: "Alice & Co" },
      { headers: { ...as.headers, "x-seller-id": alice.id } }
    )
    expect(renamed.data.seller).toMatchObject({ id: alice.id })
    const refused = await api.post("/vendor/sellers/me", { name: "Bob" }, as)
    expect([refused.status, refused.data.code]).toEqual([
      403,
      "permission_missing",
    ])
  })

  it("shows what a seller has set up so far", async () => {
    const world = await createWorld(app)
    const { api } = world
    const { as } = await acceptedSeller(world, "Bob's Parts")
    const path = "/vendor/sellers/me/onboarding"
    const first = await api.get(path, as)
    expect(first.data.onboarding).toMatchObject({
      store_information: false,
      locations_shipping: false,
      products: false,
      stripe_connection: false,
    })
    const filled = await api.post(
      "/vendor/sellers/me",
      {
        description: "Screws and bolts",
        address_line: "Hauptstr. 1",
        city: "Ulm",
        postal_code: "89073",
        country_code: "DE",
      },
      as
    )
    expect(filled.data.seller.country_code).toBe("de")
    const then = await api.post(path, {}, as)
    expect(then.data.onboarding.store_information).toBe(true)
    const settled = await createSeller(world, "Alice's Wares")
    const owner = await signIn(world, settled, "viewer")
    const alice = await api.get(path, owner.as)
    expect(alice.data.onboarding).toMatchObject({
      seller_id: settled.id,
      locations_shipping: true,
      products: false,
    })
  })
}

marketplaceApp(
  { members, invites, roles: roleMatrix, operatorsSellers, rollback },
  { modules: [mailboxModule], options: { capture: "manual" } }
)
