import { XMLParser } from "fast-xml-parser"
import type { App } from "../../app"
import { createWorld, type World } from "../../world"
import { payoutsOf, earn, useOutside } from "./stage"

/** Files for a bank, and what providers report. */
export function reportSuite(app: App): void {
  let world: World
  useOutside()

  beforeAll(async () => {
    world = await createWorld(app)
  })

  const get = async (path: string) =>
    await app.api.get(`/admin${path}`, world.admin)
  const post = async (path: string, body: unknown = {}) =>
    await app.api.post(`/admin${path}`, body, world.admin)
  const fund = async (n: number, provider_id: string, amount = 5000n) => {
    const context = {
      ...{ country: "DE", account_holder: "Anna" },
      iban: "DE02120300000000202051",
    }
    const seller_id = `sel_${n}`
    const payout = payoutsOf(world)
    await payout.syncPayoutAccount({ seller_id, provider_id, context })
    await earn(world, seller_id, amount)
    return seller_id
  }

  it("orders by file, private and once, and reads the bank's answer", async () => {
    await fund(0, "bank", 4460n)
    await fund(1, "bank", 10n ** 4n)
    await post("/payouts/run")
    const make = () => post("/payouts/files", { provider_id: "bank" })
    const [one, two] = await Promise.all([make(), make()])
    const made = [one, two].flatMap(({ data }) => data.payout_file ?? [])
    const files = await get("/payouts/files")
    expect(files.data.count).toBe(made.length)
    const total = files.data.payout_files.reduce(
      (sum: number, { payouts }: { payouts: number }) => sum + payouts,
      0
    )
    expect(total).toBe(2)
    expect((await make()).data.payout_file).toBeNull()
    expect(files.data.payout_files[0].stored_as).toMatch(/^private/)
    expect((await post("/payouts/files", { provider_id: "rail" })).status).toBe(
      400
    )
    const [id] = made.map((file) => file.id)
    const { data } = await get(`/payouts/files/${id}/content`)
    const { GrpHdr } = new XMLParser({ parseTagValue: false }).parse(data)
      .Document.CstmrCdtTrfInitn
    expect(GrpHdr.MsgId).toBe(id.replace("_", "-"))

    const { payouts } = (await get("/payouts")).data
    expect(
      await post(`/payouts/${payouts[0].id}/cancel`, { reason: "late" })
    ).toMatchObject({ status: 400 })
    const line = (p: { id: string; amount: number }, status: string) =>
      `${p.id}:${status},${p.id},${status},${p.amount.toFixed(2)},EUR,2026-11-26`
    const content = [
      "line_id,payout_id,status,amount,currency,booked_at",
      line(payouts[0], "paid"),
      line(payouts[1], "paid"),
      line(payouts[1], "returned"),
      line({ id: "pout_unknown", amount: 9 }, "paid"),
      line({ id: payouts[0].id, amount: 1 }, "failed"),
    ].join("\n")
    const report = { provider_id: "bank", content }
    const first = await post("/payouts/reconcile", report)
    expect(first).toMatchObject({
      status: 200,
      data: {
        report: { read: 5, new: 5, matched: 3 },
        unmatched_lines: [
          { payout_ref: payouts[0].id, amount: 1 },
          { payout_ref: "pout_unknown", amount: 9 },
        ],
        unreported_payouts: [],
      },
    })
    const again = await post("/payouts/reconcile", report)
    expect(again.data.report).toEqual({ read: 5, new: 0, matched: 0 })
    const after = (await get("/payouts?order=created_at")).data.payouts
    expect(
      after.map(({ status }: { status: string }) => status).sort()
    ).toEqual(["paid", "returned"])
    const open = await get("/payouts/reconciliation?provider_id=bank")
    expect(open.data.unmatched_lines[0]).toMatchObject({
      ...{ age_hours: expect.any(Number), provider_id: "bank" },
    })
    expect(
      (await post("/payouts/reconcile", { ...report, content: "<x/>" })).status
    ).toBe(400)
    expect(
      (await post("/payouts/reconcile", { provider_id: "x" })).status
    ).toBe(400)
    expect(
      (await post("/payouts/reconcile", { provider_id: "none", lines: [] }))
        .status
    ).toBe(404)
  })

  it("lists what the provider does not report", async () => {
    const seller_id = await fund(0, "rail")
    const { data } = await post("/payouts/run", { seller_id })
    const open = await get("/payouts/reconciliation")
    expect(open.data.unreported_payouts).toEqual([
      expect.objectContaining({ id: data.payout_ids[0], amount: 50 }),
    ])
    const lines = [
      {
        ...{ line_id: "1", payout_id: data.payout_ids[0], amount: 50 },
        ...{ currency_code: "eur", booked_at: "2026-11-26" },
      },
    ]
    const said = await post("/payouts/reconcile", {
      provider_id: "rail",
      lines,
    })
    expect(said.data).toMatchObject({
      ...{ report: { matched: 1 }, unreported_payouts: [] },
    })
  })
}
