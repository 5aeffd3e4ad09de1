import { Modules } from "@medusajs/framework/utils"
import { notifyWorkflow } from "../../../src/workflows/notice/notify"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { mailbox } from "../../mailbox/mailbox"
import { signIn } from "../../members"
import { rows } from "../../rows"
import { buy, noticesOf, openShop } from "./shop"

const unreachable = "unreachable-owner@example.com"

/** What becomes of a message that cannot be delivered. */
export function deliveries(app: App): void {
  const sweep = () =>
    runSweepersWorkflow(app.getContainer()).run({
      input: { names: ["due-notices"] },
    })

  it("tries again, then shows the operator a dead letter that can be sent again", async () => {
    const shop = await openShop(app)
    await signIn(shop, shop.bob, "owner", unreachable)
    await buy(shop)
    const stateOf = async () => {
      const found = await noticesOf(app, "order.placed", 2)
      return found.find(({ channel }) => channel === "email")
    }
    expect(await stateOf()).toMatchObject({ status: "pending", attempts: 1 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await sweep()
    const dead = await stateOf()
    expect(dead).toMatchObject({ status: "failed", attempts: 2 })
    // What the provider said may quote the mail: only its kind is kept.
    expect(dead?.last_error).toMatch(/^\w+/)
    expect(dead?.last_error).not.toMatch(/unreachable|Refused/)
    await sweep()
    expect(await stateOf()).toEqual(dead)

    const { api } = app
    const list = "/admin/marketplace/notifications/deliveries"
    const { data } = await api.get(`${list}?status=failed`, shop.admin)
    expect(data).toMatchObject({
      count: 1,
      deliveries: [{ id: dead?.id, to: unreachable, template: "order-new" }],
    })
    const { data: health } = await api.get(
      "/admin/marketplace/health",
      shop.admin
    )
    expect(health.health.checks).toContainEqual({
      ...{ name: "notices-that-failed", count: 1, error: null },
    })
    const resend = () => api.post(`${list}/${dead?.id}/resend`, {}, shop.admin)
    expect((await resend()).data.delivery).toMatchObject({
      ...{ status: "pending", attempts: 1 },
    })
    await rows(
      app,
      `update notice set status = 'failed', "to" = 'now@example.com' where id = $1`,
      [dead?.id]
    )
    const sent = await resend()
    expect([sent.status, sent.data.delivery.status]).toEqual([200, "sent"])
    const [mail] = mailbox().filter(({ to }) => to === "now@example.com")
    // The provider knows the message by one key, whichever try it is.
    expect(mail?.provider_data?.idempotency_key).toMatch(
      /^order\.placed:order_/
    )
    expect((await resend()).status).toBe(400)
    expect(
      (await api.post(`${list}/ntc_none/resend`, {}, shop.admin)).status
    ).toBe(404)
    expect((await api.get(list)).status).toBe(401)
  })

  it("gives each of many workers other notices", async () => {
    const shop = await openShop(app)
    await signIn(shop, shop.bob)
    await buy(shop)
    await noticesOf(app, "order.placed", 2)
    const before = mailbox().length
    await rows(
      app,
      "update notice set status = 'pending', attempts = 0, due_at = now(), key = key || ':again' where channel = 'email'"
    )
    const waiting = await rows(
      app,
      "select id from notice where status = 'pending'"
    )
    await Promise.all([sweep(), sweep(), sweep()])
    await new Promise((resolve) => setTimeout(resolve, 200))
    await sweep()
    expect(mailbox().length - before).toBe(waiting.length)
  })

  it("tells nobody of what is not there, and refuses an event without its id", async () => {
    const shop = await openShop(app)
    const notify = (data: Record<string, unknown>) =>
      notifyWorkflow(shop.container).run({
        input: { event: "order.placed", data },
      })
    await notify({ id: "order_none" })
    await expect(notify({})).rejects.toMatchObject({
      message: expect.stringMatching(/has no/),
    })
    expect(await rows(app, "select id from notice")).toEqual([])
  })

  it("works around Medusa, which cannot send a failed key again", async () => {
    const module = app.getContainer().resolve(Modules.NOTIFICATION)
    const send = (to: string) =>
      module.createNotifications({
        ...{ to, channel: "email", template: "x", data: {} },
        idempotency_key: "spec:failed",
      })
    await expect(send(unreachable)).rejects.toThrow()
    await send("reachable@example.com").catch(() => undefined)
    const [row] = await rows(
      app,
      "select status from notification where idempotency_key = 'spec:failed'"
    )
    // Once this is "success", `deliver-notices.ts` can use one key for all tries.
    expect(row?.status).toBe("failure")
  })
}
