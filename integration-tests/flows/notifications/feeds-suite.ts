import type { App } from "../../app"
import { mailbox } from "../../mailbox/mailbox"
import { signIn } from "../../members"
import { registerIdentity } from "../../members"
import { createSeller } from "../../world"
import { buy, noticesOf, openShop } from "./shop"

/** What sellers and operators read in their panels. */
export function feeds(app: App): void {
  it("shows a seller its own feed, with what each member has read", async () => {
    const shop = await openShop(app)
    const { api } = app
    const [first, second] = [
      await signIn(shop, shop.bob),
      await signIn(shop, shop.bob, "admin"),
    ]
    const alice = await createSeller(shop, "Alice's Wares")
    const other = await signIn(shop, alice)
    await buy(shop)
    await buy(shop)
    await noticesOf(app, "order.placed", 6)
    const read = async (who: typeof first, query = "") =>
      (await api.get(`/vendor/notifications${query}`, who.as)).data
    const feed = await read(first)
    expect(feed).toMatchObject({ count: 2, offset: 0, limit: 50 })
    const [newest, oldest] = feed.notifications
    expect(newest.data.title).toMatch(/^New order #\d+$/)
    expect(newest).toMatchObject({
      ...{ template: "order-new", channel: "seller_feed", read_at: null },
      resource_type: "order",
    })
    expect(Date.parse(newest.created_at)).toBeGreaterThan(
      Date.parse(oldest.created_at)
    )
    expect(await read(first, "?limit=1&offset=1")).toMatchObject({
      ...{ count: 2, notifications: [{ id: oldest.id }] },
    })
    expect(await read(first, "?offset=9")).toMatchObject({
      ...{ count: 2, notifications: [] },
    })
    expect(await read(other)).toMatchObject({ count: 0, notifications: [] })

    const mark = async (who: typeof first, body: object) =>
      (await api.post("/vendor/notifications/read", body, who.as)).data
    // Somebody else's line is none of the own feed.
    expect(await mark(other, { ids: [newest.id] })).toEqual({ read: 0 })
    expect(await mark(first, { ids: [newest.id] })).toEqual({ read: 1 })
    expect(await mark(first, { ids: [newest.id] })).toEqual({ read: 0 })
    expect(await read(first, "?unread=true")).toMatchObject({
      ...{ count: 1, notifications: [{ id: oldest.id }] },
    })
    expect((await read(second, "?unread=true")).count).toBe(2)
    expect(await mark(first, {})).toEqual({ read: 1 })
    expect((await read(first, "?unread=true")).count).toBe(0)
  })

  it("tells the operator of an application by feed, Slack and mail", async () => {
    const shop = await openShop(app)
    const { as } = await registerIdentity(shop, "carl@example.com")
    const applied = await app.api.post(
      "/vendor/sellers",
      { name: "Carl's Cheese", member: { name: "Carl" } },
      as
    )
    expect(applied.status).toBe(201)
    const told = await noticesOf(app, "seller.registered", 5)
    expect(
      told
        .filter(({ template }) => template === "application-new")
        .map(({ channel, to, status }) => [channel, to, status])
    ).toEqual([
      ["email", "ops@example.com", "sent"],
      ["feed", "operator", "skipped"],
      ["slack", "operator", "sent"],
    ])
    expect(mailbox().at(-1)?.content?.subject).toBeTruthy()
    const list = "/admin/marketplace/notifications"
    const { data } = await app.api.get(list, shop.admin)
    expect(data).toMatchObject({
      count: 1,
      notifications: [
        { data: { title: "New application: Carl's Cheese" }, read_at: null },
      ],
    })
    const marked = await app.api.post(`${list}/read`, {}, shop.admin)
    expect(marked.data).toEqual({ read: 1 })
    const unread = await app.api.get(`${list}?unread=true`, shop.admin)
    expect(unread.data.count).toBe(0)
    const [id] = [applied.data.seller.id]
    await app.api.post(
      `/admin/requests/${applied.data.request_id ?? applied.data.request?.id}`,
      { status: "rejected", reviewer_note: "The imprint is missing." },
      shop.admin
    )
    const rejected = await noticesOf(app, "seller.rejected", 2)
    expect(rejected.map(({ template }) => template)).toEqual([
      "seller-rejected",
      "seller-rejected",
    ])
    expect(id).toMatch(/^sel_/)
    const mail = mailbox()
      .filter(({ template }) => template === "seller-rejected")
      .at(-1)
    expect(mail?.content?.text).toContain("Reason: The imprint is missing.")
  })
}
