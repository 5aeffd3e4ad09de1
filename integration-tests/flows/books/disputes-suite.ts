import type { Suite } from "../../app"
import { openTheBooks } from "./scene"

export const disputesSuite: Suite = (app) => {
  const scene = openTheBooks(app)
  const of = (seller: { id: string }) => `/sellers/${seller.id}`
  /** What moved Bob's available money, in order. */
  const available = async () => {
    const { ledger_lines } = await scene.get(
      "/vendor/ledger?account=available&order=created_at",
      scene.bob
    )
    return ledger_lines.map((line: Record<string, unknown>) => [
      ...[line.kind, line.order_id, line.amount, line.balance],
    ])
  }

  it("follows disputes of an order, and a debt is written off, not more", async () => {
    const { set, market, post, ok, get } = scene
    const dispute = {
      ...{ order_id: set.bob.id, amount: 29.75, provider_ref: "dp_1" },
      reason: "never arrived",
    }
    expect((await post("/disputes", dispute)).status).toBe(404)
    await scene.earn(set.bob)
    expect(
      (await post("/disputes", { ...dispute, amount: 29.76 })).status
    ).toBe(400)
    const { status, data } = await post("/disputes", dispute)
    expect(status).toBe(201)
    const { id } = data.dispute
    expect(data.dispute).toMatchObject({
      ...{ seller_id: market.bob.id, status: "opened", fee: 0 },
      ...{ amount: 29.75, provider_id: "pp_acquirer_acquirer" },
    })
    expect((await post("/disputes", dispute)).status).toBe(422)
    await ok(`/disputes/${id}/fee`, { amount: "15" })
    const { dispute: lost } = await ok(`/disputes/${id}/lost`)
    expect(lost).toMatchObject({ status: "lost", fee: 15 })
    expect((await post(`/disputes/${id}/won`)).status).toBe(400)
    expect((await get(`/admin/disputes/${id}`)).dispute).toEqual(lost)
    const listed = await get(`/admin/disputes?seller_id=${market.bob.id}`)
    expect(listed).toMatchObject({ count: 1, disputes: [{ id }] })

    const give = (amount: string) =>
      post(`${of(market.bob)}/adjustments`, {
        ...{ kind: "write_off", currency_code: "eur" },
        ...{ amount, reason: "went out of business" },
      })
    expect((await give("44.76")).status).toBe(400)
    expect((await give("44.75")).data.adjustment).toMatchObject({
      ...{ kind: "write_off", status: "posted" },
    })
    expect((await give("0.01")).status).toBe(400)
    expect(await available()).toEqual([
      ...[["dispute_opened", set.bob.id, -29.75, -29.75]],
      ...[["dispute_fee", set.bob.id, -15, -44.75]],
      ...[["write_off", null, 44.75, 0]],
    ])
    expect(await scene.books.checkInvariants()).toEqual([])
  })

  it("gives a seller back what a dispute took that was won, but not its fee", async () => {
    const { set, post, ok } = scene
    await scene.earn(set.bob)
    const { dispute } = await ok("/disputes", {
      ...{ order_id: set.bob.id, amount: 10, provider_ref: "dp_2" },
      reason: "fraudulent",
    })
    await ok(`/disputes/${dispute.id}/fee`, { amount: 15 })
    const { dispute: won } = await ok(`/disputes/${dispute.id}/won`)
    expect(won).toMatchObject({ status: "won", amount: 10, fee: 15 })
    expect((await post(`/disputes/${dispute.id}/lost`)).status).toBe(400)
    expect((await ok(`/disputes/${dispute.id}/won`)).dispute).toEqual(won)
    expect(await available()).toEqual([
      ...[["dispute_opened", set.bob.id, -10, -10]],
      ...[["dispute_fee", set.bob.id, -15, -25]],
      ...[["dispute_won", set.bob.id, 10, -15]],
    ])
    expect(await scene.books.checkInvariants()).toEqual([])
  })
}
