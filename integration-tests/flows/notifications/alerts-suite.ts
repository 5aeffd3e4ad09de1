import { Modules } from "@medusajs/framework/utils"
import { registerHealthCheck } from "../../../src/workflows/sweeper/health-checks"
import { healthAlerts } from "../../../src/workflows/notice/alert-sources"
import { raiseAlerts } from "../../../src/workflows/notice/sweep-alerts"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { eventLog } from "../../event-log"
import { mailbox } from "../../mailbox/mailbox"
import { signIn } from "../../members"
import { rows } from "../../rows"
import { paper } from "./occurrences"
import { noticesOf, openShop } from "./shop"

/** Conditions are told when they begin, once, and again only after they ended. */
export function alerts(app: App): void {
  const sweep = () =>
    runSweepersWorkflow(app.getContainer()).run({
      input: { names: ["seller-alerts"] },
    })
  const mailsOf = (template: string) =>
    mailbox().filter((mail) => mail.template === template)

  it("tells a seller that goods run out, and again after they were more", async () => {
    const shop = await openShop(app)
    const owner = await signIn(shop, shop.bob)
    const stock = (pieces: number) =>
      app
        .getContainer()
        .resolve(Modules.INVENTORY)
        .updateInventoryLevels([
          {
            inventory_item_id: shop.bolt.inventoryItemId,
            location_id: shop.bob.stockLocationId,
            stocked_quantity: pieces,
          },
        ])
    const log = eventLog(shop.container, ["stock.low"])
    await stock(6)
    await sweep()
    expect(await log.take()).toEqual([])
    await stock(5)
    await Promise.all([sweep(), sweep()])
    await stock(2)
    await sweep()
    expect((await log.take()).map(({ data }) => data)).toEqual([
      {
        id: expect.stringMatching(/^alrt_/),
        ...{ seller_id: shop.bob.id, location_id: shop.bob.stockLocationId },
        inventory_item_id: shop.bolt.inventoryItemId,
      },
    ])
    await noticesOf(app, "stock.low", 2)
    const [mail] = mailsOf("stock-low").slice(-1)
    expect(mail).toMatchObject({ to: owner.email })
    expect(mail?.content?.text).toMatch(/Bob's Parts has [25] left of/)
    await stock(50)
    await sweep()
    await stock(1)
    await sweep()
    expect(await noticesOf(app, "stock.low", 4)).toHaveLength(4)
  })

  it("tells the operator of a seller that owes too much", async () => {
    const shop = await openShop(app)
    const adjust = (amount: number) =>
      app.api.post(
        `/admin/sellers/${shop.bob.id}/adjustments`,
        { currency_code: "eur", amount, reason: "a lost parcel" },
        shop.admin
      )
    await adjust(-20)
    await sweep()
    expect(await rows(app, "select id from marketplace_alert")).toEqual([])
    await adjust(-15)
    await sweep()
    await sweep()
    const told = await noticesOf(app, "seller_balance.below_floor", 3)
    expect(told.map(({ channel }) => channel)).toEqual([
      ...["email", "feed", "slack"],
    ])
    expect(mailsOf("floor-reached").at(-1)?.content?.text).toContain("-€35.00")
  })

  it("tells a seller and the operator of a document that is good for some days only, and once it is not", async () => {
    const shop = await openShop(app)
    const owner = await signIn(shop, shop.bob)
    const log = eventLog(shop.container, ["seller_document.expiring"])
    await paper(app, shop.bob.id, "doc_later", 31)
    await paper(app, shop.bob.id, "doc_soon", 29)
    await Promise.all([sweep(), sweep()])
    await sweep()
    expect((await log.take()).map(({ data }) => data)).toEqual([
      {
        id: expect.stringMatching(/^alrt_/),
        ...{ seller_id: shop.bob.id, document_id: "doc_soon" },
      },
    ])
    const told = await noticesOf(app, "seller_document.expiring", 5)
    expect(told.map(({ channel }) => channel).sort()).toEqual([
      ...["email", "email", "feed", "seller_feed", "slack"],
    ])
    const mails = mailsOf("document-expiring").slice(-3)
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [owner.email, "operator", "ops@example.com"].sort()
    )
    const mail = mails.find(({ to }) => to === owner.email)
    expect(mail?.content?.text).toContain("(tax certificate) is good until")
    // Accepted anew with another date it is told anew.
    await rows(
      app,
      "update document set expires_at = expires_at + interval '12 h' where id = 'doc_soon'"
    )
    await sweep()
    await noticesOf(app, "seller_document.expiring", 10)
    await rows(
      app,
      "update document set expires_at = now() where id = 'doc_soon'"
    )
    await runSweepersWorkflow(shop.container).run({
      input: { names: ["seller-alerts", "expired-documents"] },
    })
    const gone = await noticesOf(app, "seller_document.expired", 5)
    expect(gone.filter(({ status }) => status === "sent")).toHaveLength(3)
    expect(mailsOf("document-expired").at(-1)?.content?.text).toContain(
      "(tax certificate) was good until"
    )
    expect(await rows(app, "select id from marketplace_alert")).toEqual([])
  })

  it("tells the operator of what must never be", async () => {
    await openShop(app)
    let wrong = 2
    registerHealthCheck({
      name: "spec-only",
      count: () => Promise.resolve(wrong),
    })
    try {
      const look = () => raiseAlerts(app.getContainer(), healthAlerts)
      await look()
      await look()
      const told = await noticesOf(app, "invariant.violated", 3)
      expect(told.filter(({ channel }) => channel === "slack")).toHaveLength(1)
      expect(
        mailsOf("invariant-violated").filter(({ content }) =>
          content?.text?.includes("spec-only")
        )
      ).toHaveLength(2)
      wrong = 0
      await look()
      expect(
        await rows(
          app,
          "select subject from marketplace_alert where subject = 'spec-only'"
        )
      ).toEqual([])
    } finally {
      wrong = 0
    }
  })

  it("says it again when nobody could note that it was said", async () => {
    const shop = await openShop(app)
    await signIn(shop, shop.bob)
    await rows(
      app,
      `update inventory_level set stocked_quantity = 1, raw_stocked_quantity = '{"value":"1"}'`
    )
    await sweep()
    const before = await noticesOf(app, "stock.low", 2)
    await rows(app, "update marketplace_alert set told_at = null")
    const log = eventLog(shop.container, ["stock.low"])
    await sweep()
    expect(await log.take()).toHaveLength(1)
    expect(await noticesOf(app, "stock.low", 2)).toEqual(before)
  })
}
