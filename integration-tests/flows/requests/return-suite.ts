import type { Suite } from "../../app"
import { registerCustomer } from "../../customers"
import { eventLog } from "../../event-log"
import { counts, rows } from "../../rows"
import { expectSoundBooks, withoutSubscribers } from "../../sound-books"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import { refundReturnWorkflow } from "../../../src/workflows/order/refund-return"
import { delivered } from "./delivered"
import { toldOf } from "./told"

const names = [
  "request.submitted",
  "request.accepted",
  "request.declined",
  "request.escalated",
  "request.rejected",
  "request.withdrawn",
]

export const returns: Suite = (app) => {
  it("is accepted by the seller, and refunds exactly the received goods on that order's payment, once", async () => {
    const { world, bob, seller, clara, orderId, otherId, ask, lineId } =
      await delivered(app)
    const { api, admin } = world
    const log = eventLog(world.container, names)
    const asked = await ask(2, { customer_note: "Too short" })
    expect([asked.status, asked.data.message]).toEqual([200, undefined])
    const { id } = asked.data.order_return_request
    const waiting = await seller.get("/return-request")
    expect(waiting).toMatchObject({
      count: 1,
      order_return_request: [
        {
          id,
          status: "pending",
          customer_note: "Too short",
          line_items: [{ line_item_id: lineId, quantity: 2 }],
          order: { customer: { email: "clara@example.com" } },
        },
      ],
    })
    const accepted = await seller.post(`/return-request/${id}`, {
      status: "refunded",
      vendor_reviewer_note: "Send it",
      location_id: bob.stockLocationId,
    })
    expect(accepted.order_return_request).toMatchObject({
      status: "refunded",
      vendor_reviewer_note: "Send it",
      return_id: expect.stringMatching(/^return_/),
    })
    const returnId = accepted.order_return_request.return_id
    expect(
      await rows(
        app,
        `select r.status, i.quantity::int, r.location_id from "return" r
         join return_item i on i.return_id = r.id`
      )
    ).toEqual([
      { status: "requested", quantity: 2, location_id: bob.stockLocationId },
    ])
    expect(await counts(app, ["refund"])).toEqual({ refund: 0 })

    const path = `/admin/returns/${returnId}`
    await api.post(`${path}/receive`, {}, admin)
    const lines = await rows(app, "select id, item_id from return_item")
    await api.post(
      `${path}/receive-items`,
      { items: [{ id: lines[0]?.item_id, quantity: 2 }] },
      admin
    )
    const received = await api.post(`${path}/receive/confirm`, {}, admin)
    expect([received.status, received.data.message]).toEqual([200, undefined])
    const refunds = () =>
      rows(
        app,
        `select r.amount::float, opc.order_id from refund r
         join payment p on p.id = r.payment_id
         join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id
         where opc.order_id is not null`
      )
    for (let n = 0; n < 50 && !(await refunds()).length; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    // Two bolts of ten euros and their tax of 19 %.
    const once = [{ amount: 23.8, order_id: orderId }]
    expect(await refunds()).toEqual(once)
    await refundReturnWorkflow(world.container).run({
      input: { order_id: orderId, return_id: returnId },
    })
    expect(await refunds()).toEqual(once)
    expect(otherId).not.toBe(orderId)
    const mine = await api.get("/store/return-request", clara.as)
    expect(mine.data.order_return_requests).toMatchObject([
      { id, status: "refunded", order: { seller: { name: "Bob" } } },
    ])
    expect((await log.take()).map(({ name }) => name)).toEqual([
      "request.submitted",
      "request.accepted",
    ])
  })

  it("refunds what nobody heard of, once, and the books follow", async () => {
    const { world, bob, seller, orderId, ask } = await delivered(app)
    const { container } = world
    const { id } = (await ask(2)).data.order_return_request
    const accepted = await seller.post(`/return-request/${id}`, {
      status: "refunded",
      vendor_reviewer_note: "",
      location_id: bob.stockLocationId,
    })
    const path = `/admin/returns/${accepted.order_return_request.return_id}`
    const sweep = async () => {
      const { result } = await runSweepersWorkflow(container).run({
        input: { names: ["received-returns"] },
      })
      return result.map(({ found, mended, failed }) => ({
        found,
        mended,
        failed,
      }))
    }
    const none = [{ found: 0, mended: 0, failed: 0 }]
    expect(await sweep()).toEqual(none)
    await withoutSubscribers(container, async () => {
      await world.api.post(`${path}/receive`, {}, world.admin)
      const [line] = await rows(app, "select item_id from return_item")
      await world.api.post(
        `${path}/receive-items`,
        { items: [{ id: line?.item_id, quantity: 2 }] },
        world.admin
      )
      await world.api.post(`${path}/receive/confirm`, {}, world.admin)
    })
    // What is young may still be under way.
    expect(await sweep()).toEqual(none)
    await rows(
      app,
      `update "return" set received_at = now() - interval '2 min'`
    )
    const found = (await Promise.all([sweep(), sweep()])).flat()
    expect(found.reduce((sum, { mended }) => sum + mended, 0)).toBe(1)
    expect(
      await rows(
        app,
        `select r.amount::float, l.order_id from refund r
         join payment p on p.id = r.payment_id
         join order_payment_collection l on l.payment_collection_id = p.payment_collection_id`
      )
    ).toEqual([{ amount: 23.8, order_id: orderId }])
    expect(await sweep()).toEqual(none)
    await expectSoundBooks(container)
  })

  it("is declined, escalated by the buyer, and decided by the operator, each step once", async () => {
    const { world, seller, clara, ask } = await delivered(app)
    const { api, admin } = world
    const log = eventLog(world.container, names)
    const { id } = (await ask(1)).data.order_return_request
    const untouched = await api.post(
      `/vendor/return-request/${id}`,
      { status: "pending", vendor_reviewer_note: "" },
      seller.as
    )
    expect(untouched.status).toBe(400)
    const early = await api.post(
      `/admin/return-request/${id}`,
      { status: "refunded", admin_reviewer_note: "" },
      clara.as
    )
    expect(early.status).toBe(401)
    const declined = await seller.post(`/return-request/${id}`, {
      status: "withdrawn",
      vendor_reviewer_note: "Used",
    })
    expect(declined.order_return_request).toMatchObject({
      status: "withdrawn",
      state: "declined",
    })
    const escalated = await api.post(
      `/store/return-request/${id}/escalate`,
      { note: "It is not" },
      clara.as
    )
    expect(escalated.data.order_return_request.status).toBe("escalated")
    const late = await api.post(
      `/vendor/return-request/${id}`,
      { status: "refunded", vendor_reviewer_note: "" },
      seller.as
    )
    expect(late.status).toBe(400)
    const queue = await api.get("/admin/return-request?status=escalated", admin)
    expect(queue.data).toMatchObject({
      count: 1,
      order_return_request: [
        { id, vendor_reviewer_note: "Used", seller: { name: "Bob" } },
      ],
    })
    const verdicts = await Promise.all(
      (["refunded", "canceled"] as const).map((status) =>
        api.post(
          `/admin/return-request/${id}`,
          { status, admin_reviewer_note: "Final" },
          admin
        )
      )
    )
    expect(verdicts.map(({ status }) => status).sort()).toEqual([200, 400])
    const final = verdicts.find(({ status }) => status === 200)?.data
    expect(final.orderReturnRequest).toEqual(final.order_return_request)
    const isRefunded = final.order_return_request.status === "refunded"
    expect(await counts(app, ["return"])).toEqual({
      return: isRefunded ? 1 : 0,
    })
    expect((await log.take()).map(({ name }) => name)).toEqual([
      "request.submitted",
      "request.declined",
      "request.escalated",
      isRefunded ? "request.accepted" : "request.rejected",
    ])
    expect(await toldOf(app, [id])).toEqual(
      [
        "request.declined: return-declined by email",
        ...["email", "feed", "seller_feed", "slack"].map(
          (channel) => `request.escalated: return-escalated by ${channel}`
        ),
        ...(isRefunded
          ? ["request.accepted: return-accepted by email"]
          : [
              "request.rejected: return-refused by email",
              "request.rejected: return-refused by seller_feed",
              "request.rejected: return-rejected by email",
            ]),
        "request.submitted: return-asked by email",
        "request.submitted: return-asked by seller_feed",
      ].sort()
    )
  })

  it("refuses what cannot go back, and who is not the buyer", async () => {
    const { world, clara, otherId, ask, lineId } = await delivered(app)
    const { api } = world
    const eve = await registerCustomer(world, "eve@example.com")
    const refused: [object, number, string][] = [
      [{ line_items: [{ line_item_id: lineId, quantity: 4 }] }, 400, "3 can"],
      [
        { line_items: [{ line_item_id: lineId, quantity: 0 }] },
        400,
        "quantity",
      ],
      [{ line_items: [] }, 400, "line_items"],
      [
        { line_items: [{ line_item_id: "ordli_1", quantity: 1 }] },
        400,
        "is not of order",
      ],
      // The mug is paid and not delivered.
      [{ order_id: otherId }, 400, "is not of order"],
      [
        {
          line_items: [
            { line_item_id: lineId, quantity: 1, reason_id: "rr_1" },
          ],
        },
        400,
        "return reason",
      ],
      [{ shipping_option_id: "so_1" }, 400, "Shipping option"],
      [{ order_id: "order_1" }, 404, "was not found"],
    ]
    for (const [more, status, words] of refused) {
      const answer = await ask(1, more)
      expect([answer.status, answer.data.message]).toEqual([
        status,
        expect.stringContaining(words),
      ])
    }
    expect(await counts(app, ["request"])).toEqual({ request: 0 })
    const { id } = (await ask(1)).data.order_return_request
    expect((await ask(1)).status).toBe(400)
    const path = `/store/return-request/${id}`
    expect((await api.get(path, eve.as)).status).toBe(404)
    expect((await api.post(`${path}/withdraw`, {}, eve.as)).status).toBe(404)
    expect((await api.get(path, world.store)).status).toBe(401)
    const withdrawn = await api.post(`${path}/withdraw`, {}, clara.as)
    expect(withdrawn.data.order_return_request.state).toBe("withdrawn")
    await rows(
      app,
      "update fulfillment set delivered_at = now() - interval '31 days'"
    )
    const late = await ask(1)
    expect([late.status, late.data.message]).toEqual([
      400,
      expect.stringContaining("0 can"),
    ])
  })
}
