import { extractText, getDocumentProxy } from "unpdf"
import type { Suite } from "../../app"
import { bookedAt } from "../../booked-month"
import { openTheBooks } from "./scene"

const july = "2026-07-31T22:00:00Z"
const september = "2026-09-01T00:00:00Z"

export const statementsSuite: Suite = (app) => {
  const scene = openTheBooks(app)

  const pdfText = async (pdf: Buffer) => {
    const document = await getDocumentProxy(new Uint8Array(pdf))
    return (await extractText(document, { mergePages: true })).text
  }

  it("are made for each finished month, agree with the ledger to the cent, and are read by their seller only", async () => {
    const { set, market, post, get, sweep, refund, book, bob, alice } = scene
    const { container, api } = market
    const seller = `/sellers/${market.bob.id}`
    await bookedAt(container, july, () => scene.earn(set.bob))
    await bookedAt(container, september, async () => {
      await post(`${seller}/releases`, {
        ...{ order_id: set.bob.id, reason: "paid at once" },
      })
      await refund(set.bob, 11.9)
      await book()
      await post(`${seller}/adjustments`, {
        ...{ currency_code: "usd", amount: 3, reason: "goodwill" },
      })
    })
    const early = await post(`${seller}/statements`, { period: "2026-09" })
    expect(early.status).toBe(400)
    expect(early.data.message).toContain("2026-07 first")
    const none = await post(`${seller}/statements`, { period: "2026-05" })
    expect(none.status).toBe(404)
    const open = new Date().toISOString().slice(0, 7)
    for (const period of [open, "2026-13", "july"]) {
      const { status } = await post(`${seller}/statements`, { period })
      expect(status).toBe(400)
    }
    const { data: first } = await post(`${seller}/statements`, {
      ...{ period: "2026-07" },
    })
    expect(first.statements).toMatchObject([
      { number: "2026-000001", opening: 0, closing: 22.62 },
    ])
    expect(await sweep("seller-statements")).toEqual([2, 2, 0])
    expect(await sweep("seller-statements")).toEqual([0, 0, 0])

    const list = await get("/vendor/statements?currency_code=eur", bob)
    expect(list).toMatchObject({
      ...{ count: 2, offset: 0, limit: 50 },
      statements: [
        { period: "2026-09", opening: 22.62, closing: 13.57 },
        { period: "2026-07", opening: 0, closing: 22.62 },
      ],
    })
    const numbers = (await get("/admin/statements")).statements
    expect(
      numbers.map(({ number }: { number: string }) => number).sort()
    ).toEqual(["2026-000001", "2026-000002", "2026-000003"])
    const [{ id, number }] = list.statements
    const { statement } = await get(`/vendor/statements/${id}`, bob)
    expect(statement).toMatchObject({
      seller: { id: market.bob.id, name: "Bob's Parts" },
      accounts: [
        { type: "pending", opening: 22.62, closing: 0 },
        { type: "available", opening: 0, closing: 11.31 },
        { type: "reserved", opening: 0, closing: 2.26 },
      ],
      credit_note: { net: 0.8, tax: 0.15, gross: 0.95 },
      commission_invoice: { gross: 0, lines: [] },
    })
    const { statement: before } = await get(
      `/vendor/statements/${first.statements[0].id}`,
      bob
    )
    expect(before.commission_invoice).toMatchObject({
      ...{ net: 2, tax: 0.38, gross: 2.38 },
      lines: [{ order_id: set.bob.id, kind: "capture", gross: 2.38 }],
    })
    const ledger = await get(
      "/vendor/ledger?currency_code=eur&created_at[$gte]=2026-09-01&created_at[$lt]=2026-10-01",
      bob
    )
    const sum = (rows: { amount: number }[]) =>
      Math.round(rows.reduce((total, { amount }) => total + amount, 0) * 100)
    expect(sum(statement.lines)).toBe(sum(ledger.ledger_lines))
    expect(sum(statement.lines)).toBe(1357 - 2262)

    const pdf = await api.get(`/vendor/statements/${id}/pdf`, {
      ...{ ...bob, responseType: "arraybuffer" },
    })
    expect(pdf.headers["content-type"]).toBe("application/pdf")
    const text = await pdfText(pdf.data)
    for (const words of [
      ...[`Statement ${number}`, "Month 2026-09 (UTC), amounts in EUR"],
      ...["Bob's Parts", statement.hash, "pending 22.62 0.00"],
      ...["Total 22.62 13.57", "refund 1 -9.05", set.bob.id],
      ...["Total 0.80 0.15 0.95", "-11.90"],
    ]) {
      expect(text).toContain(words)
    }
    for (const line of statement.lines) {
      expect(text).toContain(
        `${line.amount.toFixed(2)} ${line.balance.toFixed(2)}`
      )
    }
    const again = await api.get(`/admin${seller}/statements/${id}`, {
      headers: { ...market.admin.headers, accept: "application/pdf" },
      responseType: "arraybuffer",
    })
    expect(Buffer.compare(again.data, pdf.data)).toBe(0)
    for (const path of [
      `/vendor/statements/${id}`,
      `/vendor/statements/${id}/pdf`,
    ]) {
      expect((await api.get(path, alice)).status).toBe(404)
    }
    const wrong = `/admin/sellers/${market.alice.id}/statements/${id}`
    expect((await api.get(wrong, market.admin)).status).toBe(404)
    expect((await get("/vendor/statements", alice)).count).toBe(0)
    expect(await scene.books.checkInvariants()).toEqual([])
  })
}
