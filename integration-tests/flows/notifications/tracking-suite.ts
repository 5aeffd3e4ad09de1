import { createServer, type Server } from "node:http"
import { gunzipSync } from "node:zlib"
import { z } from "@medusajs/framework/zod"
import type { App } from "../../app"
import { signIn } from "../../members"
import { trackWorkflow } from "../../../src/workflows/analytics/track"
import { buy, openShop } from "./shop"

/** `POST /batch/`, as PostHog's client sends it and its reference describes it. */
const contract = z.looseObject({
  api_key: z.literal("phc_test"),
  batch: z
    .array(
      z.looseObject({
        event: z.string().min(1),
        distinct_id: z.string().min(1).max(200),
        properties: z.record(z.string(), z.unknown()),
        timestamp: z.coerce.date(),
      })
    )
    .min(1),
})

type Captured = z.infer<typeof contract>["batch"][number]

/** PostHog on this machine: takes what its contract allows. */
export class PostHogFake {
  readonly captured: Captured[] = []
  readonly refused: unknown[] = []
  private readonly server: Server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on("data", (part: Buffer) => parts.push(part))
    req.on("end", () => {
      const raw = Buffer.concat(parts)
      const isZipped = req.headers["content-encoding"] === "gzip"
      const text = (isZipped ? gunzipSync(raw) : raw).toString()
      if (req.url?.startsWith("/batch")) {
        const parsed = contract.safeParse(JSON.parse(text))
        this.captured.push(...(parsed.data?.batch ?? []))
        this.refused.push(...(parsed.success ? [] : [text]))
      }
      res.writeHead(200, { "content-type": "application/json" }).end("{}")
    })
  })

  /** Its address is known before anybody listens: Medusa's config is read first. */
  async start(port: number): Promise<void> {
    await new Promise<void>((resolve) =>
      this.server.listen(port, "127.0.0.1", () => resolve())
    )
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
}

/** What an analytics service hears: ids and amounts, nobody's name. */
export const tracking = (posthog: PostHogFake) => (app: App) => {
  it("tracks sellers and their orders by opaque ids, through PostHog's contract", async () => {
    const shop = await openShop(app)
    await signIn(shop, shop.bob)
    const set = await buy(shop)
    const order = set.orders[0]
    const applied = {
      event: "seller.accepted",
      data: { id: shop.bob.id, from: "pending", to: "active", reason: null },
    }
    const { result } = await trackWorkflow(app.getContainer()).run({
      input: applied,
    })
    expect(result).toEqual(["seller_accepted"])
    const wanted = [
      "order_set_placed",
      "seller_order_placed",
      "seller_accepted",
    ]
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      const names = posthog.captured.map(({ event }) => event)
      if (wanted.every((name) => names.includes(name))) {
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const find = (name: string) =>
      posthog.captured.filter(({ event }) => event === name)
    expect(posthog.refused).toEqual([])
    const ofOrder = find("seller_order_placed").filter(
      ({ properties }) => properties.resource_id === order.id
    )
    expect(ofOrder).toMatchObject([
      {
        distinct_id: shop.bob.id,
        properties: {
          $groups: { seller: shop.bob.id },
          ...{ seller_id: shop.bob.id, resource_id: order.id, items: 1 },
          ...{ amount: order.total, currency: "eur" },
          occurrence: `order.placed:${order.id}:1`,
        },
      },
    ])
    const ofSet = find("order_set_placed").filter(
      ({ properties }) => properties.resource_id === set.id
    )
    expect(ofSet).toMatchObject([
      {
        distinct_id: expect.stringMatching(/^(cus|ordset)_/),
        properties: { amount: set.total },
      },
    ])
    expect(find("$groupidentify").slice(-1)).toMatchObject([
      { properties: { $group_type: "seller", $group_key: shop.bob.id } },
    ])
    const said = JSON.stringify(posthog.captured)
    expect(said).not.toMatch(/@example\.com|Bob|Clara|Bolt|Lindenweg/)
  })
}
