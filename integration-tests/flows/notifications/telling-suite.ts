import { notifyWorkflow } from "../../../src/workflows/notice/notify"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { mailbox } from "../../mailbox/mailbox"
import { signIn } from "../../members"
import { rows } from "../../rows"
import { buy, noticesOf, openShop } from "./shop"

/** Who is told of what, in which language, at once or in a digest, and never twice. */
export function telling(app: App): void {
  const mailsTo = (to: string) => mailbox().filter((mail) => mail.to === to)

  it("tells team, buyer and operator of what concerns them, once however often the event comes", async () => {
    const shop = await openShop(app)
    const owner = await signIn(shop, shop.bob)
    const blind = await signIn(shop, shop.bob, "viewer")
    await rows(
      app,
      "delete from seller_role_permission where role_id = 'role_viewer' and permission = 'orders:read'"
    )
    const set = await buy(shop)
    const order = set.orders[0]
    const placed = await noticesOf(app, "order.placed", 2)
    expect(
      placed.map(({ template, channel, to, status }) => [
        ...[template, channel, to, status],
      ])
    ).toEqual([
      ["order-new", "email", owner.email, "sent"],
      ["order-new", "seller_feed", shop.bob.id, "skipped"],
    ])
    expect(await noticesOf(app, "order_set.placed", 1)).toMatchObject([
      { template: "purchase-confirmed", to: "clara@example.com" },
    ])
    const [mail] = mailsTo(owner.email)
    expect(mail?.content?.subject).toBe(`New order #${order.display_id}`)
    expect(mail?.content?.html).toContain("2 × Bolt")
    expect(mail?.content?.text).toContain(
      `https://vendor.example.com/orders/${order.id}`
    )
    const [confirmed] = mailsTo("clara@example.com").slice(-1)
    expect(confirmed?.content?.text).toContain("Bob's Parts")
    // The seller's panel is not the buyer's.
    expect(confirmed?.content?.text).not.toContain("vendor.example.com")
    expect(mailsTo(blind.email)).toEqual([])

    const before = mailbox().length
    await Promise.all(
      [order.id, order.id, order.id].map((id) =>
        notifyWorkflow(app.getContainer()).run({
          input: { event: "order.placed", data: { id } },
        })
      )
    )
    expect(await noticesOf(app, "order.placed", 2)).toEqual(placed)
    expect(mailbox().length).toBe(before)
  })

  it("speaks the member's language, gathers what it wants daily, and is silent where asked", async () => {
    const shop = await openShop(app)
    const daily = await signIn(shop, shop.bob)
    const silent = await signIn(shop, shop.bob, "admin")
    const choose = (who: typeof daily, body: object) =>
      app.api.post("/vendor/notification-preferences", body, who.as)
    expect((await choose(daily, { locale: "de" })).data.preferences).toEqual({
      locale: "de",
      topics: {
        ...{ orders: "instant", returns: "instant", requests: "instant" },
        ...{ payouts: "instant", team: "instant" },
        ...{ stock: "instant", reviews: "instant" },
      },
    })
    await choose(daily, { topics: { orders: "daily" } })
    await choose(silent, { topics: { orders: "off" } })
    const { data } = await app.api.get(
      "/vendor/notification-preferences",
      daily.as
    )
    expect(data.preferences).toMatchObject({
      locale: "de",
      topics: { orders: "daily", returns: "instant" },
    })
    for (const body of [
      { topics: { account: "off" } },
      { topics: { orders: "weekly" } },
      { locale: "xx" },
      { colour: "red" },
    ]) {
      expect((await choose(daily, body)).status).toBe(400)
    }

    await buy(shop)
    await buy(shop)
    const held = await noticesOf(app, "order.placed", 4)
    expect(held.map(({ to, status }) => [to, status])).toEqual([
      [daily.email, "held"],
      [daily.email, "held"],
      [shop.bob.id, "skipped"],
      [shop.bob.id, "skipped"],
    ])
    const sweep = () =>
      runSweepersWorkflow(app.getContainer()).run({
        input: { names: ["notice-digests"] },
      })
    await sweep()
    expect(mailsTo(daily.email)).toEqual([])
    await rows(app, "update notice set due_at = now() where status = 'held'")
    await Promise.all([sweep(), sweep()])
    await runSweepersWorkflow(app.getContainer()).run({
      input: { names: ["due-notices"] },
    })
    const digests = mailsTo(daily.email)
    expect(digests).toHaveLength(1)
    expect(digests[0]?.content?.subject).toBe("Ihr Tag bei Bob's Parts")
    expect(digests[0]?.content?.text?.match(/Neue Bestellung #/g)).toHaveLength(
      2
    )
    expect(
      await rows(app, "select status from notice where status = 'held'")
    ).toEqual([])
  })

  it("mails invitations and new passwords, whose secrets stay in the mail", async () => {
    const shop = await openShop(app)
    const owner = await signIn(shop, shop.bob)
    // Owners are told of the invitation, by a mail without its secret.
    const secret = () =>
      mailsTo(owner.email).filter(
        ({ template }) => template !== "member-invited"
      )
    const invited = await app.api.post(
      "/vendor/invites",
      { email: "new@example.com", role: "viewer" },
      owner.as
    )
    expect(invited.status).toBe(201)
    const [invitation] = mailsTo("new@example.com")
    expect(invitation?.content?.subject).toBe(
      "Bob's Parts invites you to its team"
    )
    expect(invitation?.content?.html).toContain(
      `https://vendor.example.com/invite?token=${String(invitation?.data?.token)}`
    )
    const reset = { entity_id: owner.email, token: "tok-1" }
    const bus = app.getContainer().resolve("event_bus")
    for (const actor_type of ["seller", "seller", "customer"]) {
      await bus.emit({
        name: "auth.password_reset",
        data: { ...reset, actor_type },
      })
    }
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      if (secret().length) {
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(secret().map(({ template }) => template)).toEqual(["password-reset"])
    expect(secret()[0]?.content?.text).toContain("token=tok-1")
    const verify = { code: "tok-2", entity_type: "email" }
    for (const auth_identity_id of [owner.authIdentityId, "authid_nobody"]) {
      await bus.emit({
        name: "auth.verification_requested",
        data: { ...verify, entity_id: owner.email, auth_identity_id },
      })
    }
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      if (secret().length > 1) {
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(secret().map(({ template }) => template)).toEqual([
      ...["password-reset", "email-verification"],
    ])
    expect(secret()[1]?.content?.text).toContain("tok-2")
    const kept = await rows(
      app,
      "select data::text as data from notification where data::text like '%tok%'"
    )
    expect(kept).toEqual([])
  })
}
