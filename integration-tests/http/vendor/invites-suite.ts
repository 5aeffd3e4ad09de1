import { createHash } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { lastToken, mailbox } from "../../mailbox/mailbox"
import { logIn, registerIdentity, signIn } from "../../members"
import { rows } from "../../rows"
import { createSeller, createWorld, type World } from "../../world"

async function team(app: Parameters<Suite>[0]) {
  const world = await createWorld(app)
  const bob = await createSeller(world, "Bob's Parts")
  const owner = await signIn(world, bob, "owner")
  return { world, bob, owner, api: world.api }
}

const accept = (
  { api }: World,
  token: string,
  as: Parameters<World["api"]["post"]>[2]
) => api.post("/vendor/invites/accept", { token, name: "Max Moore" }, as)

export const invites: Suite = (app) => {
  it("joins exactly one member under 100 parallel accepts of one token", async () => {
    const { world, bob, owner, api } = await team(app)
    const log = eventLog(world.container, ["seller_invite.accepted"])
    const invited = await api.post(
      "/vendor/invites",
      { email: "Max@Example.com", role: "member" },
      owner.as
    )
    expect(invited.status).toBe(201)
    expect(invited.data.invite).toMatchObject({
      id: expect.stringMatching(/^inv_/),
      email: "max@example.com",
      role: "member",
      accepted: false,
    })
    const max = await registerIdentity(world, "max@example.com")
    const token = lastToken("max@example.com")
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => accept(world, token, max.as))
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(99).fill(400)])
    expect(
      await rows(
        app,
        `select m.email, m.name, sm.role_id from member m
         join seller_member sm on sm.member_id = m.id where m.id <> $1`,
        [owner.id]
      )
    ).toEqual([
      { email: "max@example.com", name: "Max Moore", role_id: "role_manager" },
    ])
    expect(await log.take()).toHaveLength(1)
    const member = await api.get(
      "/vendor/me",
      await logIn(world, max.credentials)
    )
    expect(member.data.member.seller.id).toBe(bob.id)
    const list = await api.get("/vendor/invites?limit=9999", owner.as)
    expect(list.data).toMatchObject({ count: 1, invites: [{ accepted: true }] })
  })

  it("takes a token only while it is open, only from the invited address, and only the last one", async () => {
    const { world, owner, api } = await team(app)
    const invite = async (email: string) =>
      (await api.post("/vendor/invites", { email }, owner.as)).data.invite
    const max = await registerIdentity(world, "max@example.com")
    const eve = await registerIdentity(world, "eve@example.com")
    const { id } = await invite("max@example.com")
    const first = lastToken("max@example.com")
    const stranger = await accept(world, first, eve.as)
    expect([stranger.status, stranger.data.message]).toEqual([
      400,
      expect.stringContaining("another e-mail address"),
    ])
    const resent = await api.post(`/vendor/invites/${id}/resend`, {}, owner.as)
    expect(resent.data.invite.id).toBe(id)
    const second = lastToken("max@example.com")
    expect(second).not.toBe(first)
    const invalid = "This invitation is not valid any more. Ask for a new one."
    for (const token of [first, "nonsense", `${second}x`, ""]) {
      const refused = await accept(world, token, max.as)
      expect(refused.status).toBe(400)
    }
    expect((await accept(world, first, max.as)).data.message).toBe(invalid)
    await rows(app, "update seller_invite set expires_at = now()")
    expect((await accept(world, second, max.as)).data.message).toBe(invalid)
    const renewed = await invite("max@example.com")
    expect(renewed.id).not.toBe(id)
    const third = lastToken("max@example.com")
    const gone = await api.delete(`/vendor/invites/${renewed.id}`, owner.as)
    expect(gone.data).toEqual({
      id: renewed.id,
      object: "invite",
      deleted: true,
    })
    expect((await accept(world, third, max.as)).data.message).toBe(invalid)
    expect(
      (await api.delete(`/vendor/invites/${renewed.id}`, owner.as)).status
    ).toBe(404)
    expect((await api.get("/vendor/invites", owner.as)).data.count).toBe(0)
    await invite("max@example.com")
    expect(
      (await accept(world, lastToken("max@example.com"), undefined)).status
    ).toBe(401)
    expect(
      (await accept(world, lastToken("max@example.com"), max.as)).status
    ).toBe(200)
    expect(await rows(app, "select id from member")).toHaveLength(2)
  })

  it("refuses members, doubles, bad addresses and roles, and other sellers' invitations", async () => {
    const { world, owner, api } = await team(app)
    const alice = await createSeller(world, "Alice's Wares")
    const other = await signIn(world, alice, "owner")
    const manager = await signIn(world, alice, "manager")
    const send = async (body: object, as = owner.as) => {
      const { status, data } = await api.post("/vendor/invites", body, as)
      return [status, data.message ?? data.invite.id]
    }
    expect(await send({ email: owner.email })).toEqual([
      409,
      `${owner.email} is a member already`,
    ])
    const [created, id] = await send({ email: "max@example.com" })
    expect(created).toBe(201)
    expect((await send({ email: "MAX@example.com" }))[0]).toBe(409)
    for (const [body, word] of [
      [{ email: "no address" }, "'email'"],
      [{}, "'email'"],
      [{ email: "a@example.com", role: "king" }, "role"],
      [{ email: "a@example.com", role: "owner" }, "one owner"],
      [{ email: "a@example.com", seller_id: alice.id }, "seller_id"],
    ] as const) {
      expect(await send(body)).toEqual([400, expect.stringContaining(word)])
    }
    expect((await send({ email: "b@example.com" }, manager.as))[0]).toBe(403)
    for (const call of [
      api.delete(`/vendor/invites/${id}`, other.as),
      api.post(`/vendor/invites/${id}/resend`, {}, other.as),
    ]) {
      expect((await call).status).toBe(404)
    }
    expect((await api.get("/vendor/invites", other.as)).data.count).toBe(0)
    expect(
      await rows(
        app,
        "select email from seller_invite where revoked_at is null"
      )
    ).toEqual([{ email: "max@example.com" }])
  })

  it("gives an identity with a member's e-mail, from another login, no access to the member's sellers", async () => {
    const { world, bob, api } = await team(app)
    const owner = await signIn(world, bob, "admin", "max@example.com")
    // The member logs in by another provider; somebody registers its address with a password.
    await rows(
      app,
      "update provider_identity set provider = 'google' where entity_id = 'max@example.com'"
    )
    const impostor = await registerIdentity(world, "max@example.com")
    const as = await logIn(world, impostor.credentials)
    for (const token of [impostor.as, as]) {
      expect((await api.get("/vendor/me", token)).status).toBe(403)
      expect((await api.get("/vendor/members", token)).status).toBe(403)
      const applied = await api.post(
        "/vendor/sellers",
        { name: "Max' Shop", member: { name: "Max" } },
        token
      )
      expect([applied.status, applied.data.message]).toEqual([
        409,
        "Provided email is already taken",
      ])
    }
    expect((await api.get("/vendor/me", owner.as)).status).toBe(200)
    expect(await rows(app, "select id from seller")).toHaveLength(1)
  })

  it("keeps the token out of every answer, event, row and notification", async () => {
    const { world, owner, api } = await team(app)
    const log = eventLog(world.container, [
      "seller_invite.sent",
      "notification.notification.created",
    ])
    const said: string[] = []
    const logger = world.container.resolve(ContainerRegistrationKeys.LOGGER)
    const spies = (["debug", "info", "warn", "error"] as const).map((level) =>
      jest.spyOn(logger, level).mockImplementation((line) => {
        said.push(String(line))
      })
    )
    const invited = await api.post(
      "/vendor/invites",
      { email: "max@example.com" },
      owner.as
    )
    const unreachable = await api.post(
      "/vendor/invites",
      { email: "unreachable@example.com" },
      owner.as
    )
    spies.forEach((spy) => spy.mockRestore())
    expect(said.join()).toContain(
      `Mail seller-member-invite for ${unreachable.data.invite.id} was not sent: `
    )
    expect([invited.status, unreachable.status]).toEqual([201, 201])
    const token = lastToken("max@example.com")
    const claims = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString()
    )
    expect(claims).toEqual({
      id: invited.data.invite.id,
      email: "max@example.com",
      nonce: expect.any(String),
      iat: expect.any(Number),
      exp: claims.iat + 72 * 3600,
    })
    expect(Buffer.from(claims.nonce, "base64url")).toHaveLength(32)
    const [row] = await rows(
      app,
      "select * from seller_invite where email = 'max@example.com'"
    )
    expect(row?.token_hash).toBe(
      createHash("sha256").update(token).digest("hex")
    )
    const events = await log.take()
    expect(events.length).toBeGreaterThan(1)
    const places = {
      invited: invited.data,
      list: (
        await api.get("/vendor/invites?fields=*,token,token_hash", owner.as)
      ).data,
      seller: (await api.get("/vendor/me?fields=*seller.invites", owner.as))
        .data,
      notifications: (await api.get("/admin/notifications", world.admin)).data,
      workflows: (
        await api.get("/admin/workflows-executions?limit=100", world.admin)
      ).data,
      events,
      rows: [row, await rows(app, "select * from notification")],
      log: said,
    }
    // Beside them the owner is told, without the secret.
    const mails: { template: string }[] = places.notifications.notifications
    expect(
      mails.filter(({ template }) => template === "seller-member-invite")
    ).toHaveLength(2)
    for (const [place, content] of Object.entries(places)) {
      const text = JSON.stringify(content)
      for (const secret of [token, claims.nonce, token.split(".")[2]]) {
        expect([place, text.includes(secret)]).toEqual([place, false])
      }
      expect([place, /"(token|nonce)":"/.test(text)]).toEqual([place, false])
    }
    expect(JSON.stringify(places.list)).not.toContain(String(row?.token_hash))
    const mail = mailbox()
      .filter(({ template }) => template === "seller-member-invite")
      .at(-1)
    expect(mail?.data?.seller_name).toBe("Bob's Parts")
  })
}
