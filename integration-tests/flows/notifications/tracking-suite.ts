import { NOTICE_MODULE } from "../../../src/modules/notice"
import type { NoticeModuleService } from "../../../src/modules/notice/service"
import { trackWorkflow } from "../../../src/workflows/analytics/track"
import {
  trackedProperties,
  trackRules,
} from "../../../src/workflows/analytics/track-table"
import type { App } from "../../app"
import { signIn } from "../../members"
import { everyOccurrence } from "./occurrences"
import type { Captured, PostHogFake } from "./posthog-fake"
import { buy, openShop } from "./shop"

/** What an analytics service hears: ids and amounts, nobody's name. */
export const tracking = (posthog: PostHogFake) => (app: App) => {
  const find = (name: string, resource: string): Captured[] =>
    posthog.captured.filter(
      ({ event, properties }) =>
        event === name &&
        "resource_id" in properties &&
        properties.resource_id === resource
    )

  it("tells of every row of the table by opaque ids, through PostHog's contract", async () => {
    const shop = await openShop(app)
    const occurrences = await everyOccurrence(app, shop)
    const track = async (event: string) => {
      const { result } = await trackWorkflow(app.getContainer()).run({
        input: { event, data: occurrences.get(event)?.[0] ?? {} },
      })
      return result
    }
    for (const event of new Set(trackRules.map((rule) => rule.event))) {
      const rules = trackRules.filter((rule) => rule.event === event)
      expect([event, await track(event)]).toEqual([
        event,
        rules.map(({ name }) => name),
      ])
    }
    await posthog.hears([
      ...trackRules.map(({ name }) => name),
      ...["$identify", "$groupidentify"],
    ])
    // The fake refuses whatever is no id, no amount and no closed word.
    expect(posthog.refused).toEqual([])
    for (const { event, properties } of posthog.captured) {
      const own = Object.keys(properties).filter((key) => !key.startsWith("$"))
      expect([
        event,
        own.filter(
          (key) => ![...trackedProperties, "occurrence"].includes(key)
        ),
      ]).toEqual([event, []])
    }
    expect(JSON.stringify(posthog.captured)).not.toMatch(
      /secret|@example|Bob|Clara|Bolt|Lindenweg|The owner|DE89/i
    )
    const { id } = shop.bob
    expect(find("payout_paid", "pout_1")).toMatchObject([
      {
        distinct_id: id,
        properties: {
          ...{ amount: 44.6, currency: "eur", $groups: { seller: id } },
          occurrence: "payout.paid:pout_1:1",
        },
      },
    ])
    expect(find("product_added_to_cart", shop.bolt.id)).toMatchObject([
      {
        distinct_id: occurrences.get("cart.updated")?.[0]?.id,
        properties: { seller_id: id, quantity: 3 },
      },
    ])
    expect(
      posthog.captured.filter(({ event }) => event === "$identify")
    ).toContainEqual(
      expect.objectContaining({
        distinct_id: occurrences.get("member.removed")?.[0]?.id,
        properties: expect.objectContaining({
          $set: { type: "member", seller_id: id, role: "role_owner" },
        }),
      })
    )
    expect(
      posthog.captured.filter(({ event }) => event === "$groupidentify")
    ).toContainEqual(
      expect.objectContaining({
        properties: expect.objectContaining({
          ...{ $group_type: "seller", $group_key: id },
          $group_set: { status: "accepted" },
        }),
      })
    )
  })

  it("hears of purchases and visits as they happen, of buyers only with consent", async () => {
    const shop = await openShop(app)
    await signIn(shop, shop.bob)
    const from = posthog.captured.length
    const set = await buy(shop)
    const visitor = { "x-visitor-id": "Clara from Berlin" }
    const headers = { ...shop.store.headers, ...visitor }
    const visit = async () => {
      const { api, bolt, bob } = shop
      for (const path of [`products/${bolt.id}`, `seller/${bob.handle}`]) {
        expect((await api.get(`/store/${path}`, { headers })).status).toBe(200)
      }
      // Nobody's: it answers 404.
      await api.get("/store/seller/nobody", { headers })
    }
    await visit()
    const cart = await shop.api.post(
      "/store/carts",
      { region_id: shop.regionId },
      shop.store
    )
    const added = await shop.api.post(
      `/store/carts/${cart.data.cart.id}/line-items`,
      { variant_id: shop.bolt.variantId, quantity: 2 },
      shop.store
    )
    expect(added.status).toBe(200)
    const order = set.orders[0]
    await posthog.hears(["seller_viewed", "product_added_to_cart"])
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      if (
        find("product_added_to_cart", shop.bolt.id).length &&
        find("order_set_placed", set.id).length
      ) {
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(posthog.refused).toEqual([])
    expect(find("seller_order_placed", order.id)).toMatchObject([
      {
        distinct_id: shop.bob.id,
        properties: {
          $groups: { seller: shop.bob.id },
          ...{ seller_id: shop.bob.id, amount: order.total, items: 1 },
          ...{ currency: "eur", occurrence: `order.placed:${order.id}:1` },
        },
      },
    ])
    expect(find("order_set_placed", set.id)).toMatchObject([
      {
        distinct_id: expect.stringMatching(/^(cus|cart)_/),
        properties: { amount: set.total },
      },
    ])
    const hash = expect.stringMatching(/^visitor_[0-9a-f]{32}$/)
    expect(find("product_viewed", shop.bolt.id)).toMatchObject([
      { distinct_id: hash, properties: { seller_id: shop.bob.id } },
    ])
    expect(find("seller_viewed", shop.bob.id)).toMatchObject([
      { distinct_id: hash },
    ])
    expect(find("product_added_to_cart", shop.bolt.id)).toMatchObject([
      { distinct_id: cart.data.cart.id, properties: { quantity: 2 } },
    ])
    expect(find("cart_updated", cart.data.cart.id)).toContainEqual(
      expect.objectContaining({
        properties: expect.objectContaining({ items: 1, amount: 20 }),
      })
    )
    expect(posthog.captured.length).toBeGreaterThan(from)

    const { options } = app
      .getContainer()
      .resolve<NoticeModuleService>(NOTICE_MODULE)
    options.trackBuyers = false
    try {
      const run = async (event: string, data: Record<string, unknown>) =>
        (
          await trackWorkflow(app.getContainer()).run({
            input: { event, data },
          })
        ).result
      expect(await run("order_set.placed", { id: set.id })).toEqual([])
      expect(await run("order.placed", { id: order.id })).toEqual([
        "seller_order_placed",
      ])
    } finally {
      options.trackBuyers = true
    }
  })
}
