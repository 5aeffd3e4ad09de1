import type { Books } from "../../../../integration-tests/payout-books"
import { useBooks } from "../../../../integration-tests/payout-books"
import { statementHash } from "../statements/issue-statement"

const getBooks = useBooks()
let books: Books

beforeAll(() => {
  books = getBooks()
})

afterEach(() => books.bookAt(null))

const next = (prefix: string) => books.next(prefix)

describe("a monthly statement", () => {
  const parties = (seller: string) => ({
    issuer: { name: "The Market" },
    seller: { id: seller, name: "Anna" },
  })

  it("continues the one before, says what the ledger says, and cannot be changed", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    const of = { seller_id: seller, currency_code: "usd", ...parties(seller) }
    await books.bookAt("2026-08-31 23:59:59Z")
    await books.sell(seller, order)
    await books.bookAt("2026-10-02 10:00:00Z")
    await service.releaseEarnings({
      ...{ order_id: order, part: "1", reserveBasisPoints: 1000 },
    })
    await service.recordRefund({
      ...{ refund_id: next("ref"), order_id: order, provider_id: "psp_x" },
      amount: 4950n,
      lines: [{ line_type: "item", line_id: "item_1" }],
    })
    await books.bookAt(null)
    await books.earn(seller, 700n, "usd")

    expect(
      await service.findDueStatements({ seller_id: seller, limit: 9 })
    ).toEqual([{ seller_id: seller, currency_code: "usd", period: "2026-08" }])
    await expect(
      service.issueStatement({ ...of, period: "2026-10" })
    ).rejects.toThrow(/make the statement of 2026-08 first/)
    const august = await service.issueStatement({ ...of, period: "2026-08" })
    expect(await service.issueStatement({ ...of, period: "2026-08" })).toBe(
      august
    )
    expect(
      await service.issueStatement({ ...of, period: "2026-09" })
    ).toBeUndefined()
    const twice = await Promise.all([
      service.issueStatement({ ...of, period: "2026-10" }),
      service.issueStatement({ ...of, period: "2026-10" }),
    ])
    expect(new Set(twice).size).toBe(1)
    expect(
      await service.findDueStatements({ seller_id: seller, limit: 9 })
    ).toEqual([])
    const this_month = new Date().toISOString().slice(0, 7)
    await expect(
      service.issueStatement({ ...of, period: this_month })
    ).rejects.toThrow(/is not over yet/)

    const { rows } = await service.searchStatements({
      ...{ seller_ids: [seller], limit: 9, offset: 0 },
    })
    expect(rows).toMatchObject([
      { period: "2026-10", opening: "8420", closing: "4460" },
      { period: "2026-08", opening: "0", closing: "8420" },
    ])
    const [later, first] = rows
    expect(later?.previous_hash).toBe(first?.hash)
    const read = (id = "") => service.readStatement({ id, seller_id: seller })
    const { content, ...head } = await read(twice[0])
    expect(head.hash).toBe(statementHash({ ...head, content }))
    expect(content).toMatchObject({
      ...{ opening: "8420", closing: "4460", scale: 2 },
      accounts: [
        { type: "pending", opening: "8420", closing: "0" },
        { type: "available", opening: "0", closing: "3618" },
        { type: "reserved", opening: "0", closing: "842" },
      ],
      credit_note: { net: "540", tax: "0", gross: "540", lines: [{}] },
      commission_invoice: { net: "0", lines: [] },
      totals: [
        { kind: "refund", count: 1, amount: "-3960" },
        { kind: "release", count: 1, amount: "0" },
        { kind: "reserve_hold", count: 1, amount: "0" },
      ],
    })
    expect(content.lines.at(-1)).toMatchObject({
      ...{ kind: "refund", buyer: "-4950", tax: "-450", commission: "-540" },
      ...{ amount: "-3960", available: "-3960", balance: "4460" },
    })
    const before = (await read(august)).content
    expect(before).toMatchObject({
      ...{ opening: "0", closing: "8420" },
      commission_invoice: { net: "1080", tax: "0", gross: "1080" },
      lines: [{ buyer: "10450", tax: "950", commission: "1080" }],
    })
    await expect(
      service.readStatement({ id: august ?? "", seller_id: "sel_other" })
    ).rejects.toThrow(/was not found/)
    await refuseChanges(august ?? "")
  })

  async function refuseChanges(id: string) {
    for (const table of ["seller_statement", "statement_account"]) {
      for (const statement of [
        `update ${table} set created_at = created_at`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        const change =
          table === "statement_account"
            ? statement.replace(/set .*/, "set closing = closing")
            : statement
        await expect(books.attempt(change)).rejects.toThrow(/only grows/)
      }
    }
    for (const change of [
      "update statement_series set last = last + 2",
      "update statement_series set last = last - 1",
    ]) {
      await expect(books.attempt(change)).rejects.toThrow(/without gaps/)
    }
    await expect(books.attempt("delete from statement_series")).rejects.toThrow(
      /only grows/
    )
    await expect(
      books.attempt(
        `insert into statement_account (statement_id, account_id, from_version,
          through_version, opening, closing)
        select '${id}', account_id, from_version, through_version + 1, 0, 0
        from statement_account where statement_id = '${id}' limit 1`
      )
    ).rejects.toThrow(/duplicate key/)
  }

  it("tells the month of docs/money.md, to the cent", async () => {
    const { service } = books
    const [anna, first, second] = [next("sel"), next("order"), next("order")]
    const provider_id = "psp_x"
    const on = async (day: string, work: () => Promise<unknown>) => {
      await books.bookAt(`2025-10-${day} 12:00Z`)
      await work()
      return await books.balancesOf(anna)
    }
    await on("01", () => books.sell(anna, first))
    expect(await on("03", () => books.sell(anna, second))).toMatchObject({
      pending: "16840",
    })
    const back = { provider_id, order_id: second, amount: 4950n }
    const half = [{ line_type: "item", line_id: "item_1" } as const]
    await on("08", () =>
      service.recordRefund({ ...back, refund_id: next("ref"), lines: half })
    )
    const released = await on("19", () =>
      service.releaseEarnings({
        ...{ order_id: first, part: "1", reserveBasisPoints: 1000 },
        reserveDays: 30,
      })
    )
    expect(released).toEqual({
      ...{ pending: "4460", available: "7578", reserved: "842" },
    })
    let payout_id = ""
    const sent = await on("20", async () => {
      await service.syncPayoutAccount({
        ...{ seller_id: anna, provider_id: "manual" },
      })
      const run = await service.reserveDuePayouts({ seller_id: anna })
      payout_id = run.payout_ids[0] ?? ""
      await service.sendNextPayout(payout_id)
    })
    expect(sent).toMatchObject({ available: "0", in_transit: "7578" })
    await on("21", () => service.settlePayout({ payout_id, status: "paid" }))
    const end = await on("22", () =>
      service.recordRefund({
        ...{ provider_id, order_id: first, amount: 10450n },
        refund_id: next("ref"),
      })
    )
    expect(end).toEqual({
      ...{ pending: "4460", available: "-8420" },
      ...{ reserved: "842", in_transit: "0" },
    })
    const id = await service.issueStatement({
      ...{ seller_id: anna, currency_code: "usd", period: "2025-10" },
      ...parties(anna),
    })
    const { content } = await service.readStatement({
      ...{ id: id ?? "", seller_id: anna },
    })
    expect(content).toMatchObject({
      ...{ opening: "0", closing: "-3118" },
      commission_invoice: { net: "2160" },
      credit_note: { net: "1620" },
    })
    expect(content.lines.map(({ balance }) => balance)).toEqual([
      ...["8420", "16840", "12880", "12880", "12880", "12880", "5302", "-3118"],
    ])
  })

  it("numbers a year's statements without gaps, whatever fails and however many are made at once", async () => {
    const { service } = books
    const sellers = Array.from({ length: 12 }, () => next("sel"))
    await books.bookAt("2024-03-05 12:00:00Z")
    for (const seller of sellers) {
      await books.earn(seller, 100n)
    }
    await books.bookAt(null)
    await Promise.allSettled(
      sellers.flatMap((seller) => {
        const of = { seller_id: seller, ...parties(seller) }
        return [
          { ...of, currency_code: "eur", period: "2024-03" },
          { ...of, currency_code: "eur", period: "2024-04" },
          { ...of, currency_code: "gbp", period: "2024-03" },
        ].map((statement) => service.issueStatement(statement))
      })
    )
    for (const seller_id of sellers) {
      const period = "2024-03"
      const of = { seller_id, currency_code: "eur", ...parties(seller_id) }
      await service.issueStatement({ ...of, period })
    }
    const { rows } = await books.db.query(
      "select number from seller_statement where year = 2024 order by number"
    )
    expect(rows.map(({ number }) => number)).toEqual(
      sellers.map((_, n) => `2024-${String(n + 1).padStart(6, "0")}`)
    )
  })
})
