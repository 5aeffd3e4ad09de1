import type { Books } from "../../../../integration-tests/payout-books"
import { useBooks } from "../../../../integration-tests/payout-books"

const getBooks = useBooks(() => ({ adjustmentApprovalAbove: 1000 }))
let books: Books

beforeAll(() => {
  books = getBooks()
})

const next = (prefix: string) => books.next(prefix)

async function earningsOf(order: string) {
  const { rows } = await books.db.query(
    "select pending, captured_at from order_earnings where order_id = $1",
    [order]
  )
  return rows[0]
}

describe("released earnings", () => {
  it("are what refunds left of them, and a part of them waits", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.sell(seller, order)
    expect(await earningsOf(order)).toMatchObject({ pending: "8420" })
    await service.recordRefund({
      ...{ refund_id: next("ref"), order_id: order, provider_id: "psp_x" },
      amount: 4950n,
      lines: [{ line_type: "item", line_id: "item_1" }],
    })
    expect(await earningsOf(order)).toMatchObject({ pending: "4460" })
    const release = {
      ...{ order_id: order, part: "1", reserveBasisPoints: 1000 },
      ...{ reserveDays: 30, created_by: "user_1", note: "asked for it" },
    }
    const first = await service.releaseEarnings(release)
    const again = await service.releaseEarnings(release)
    expect(again).toMatchObject({ id: first?.id, posted: false })
    expect(await earningsOf(order)).toMatchObject({ pending: "0" })
    expect(await books.balancesOf(seller)).toEqual({
      ...{ pending: "0", available: "4014", reserved: "446" },
    })
    const { rows } = await books.db.query(
      `select amount, freed_at, free_at > now() + interval '29 days' as later
       from earnings_reserve where order_id = $1`,
      [order]
    )
    expect(rows).toEqual([{ amount: "446", freed_at: null, later: true }])
    const freed = { order_id: order, part: "1" }
    await service.freeReserve(freed)
    await service.freeReserve(freed)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ pending: "0", available: "4460", reserved: "0" },
    })
    const { rows: notes } = await books.db.query(
      `select kind, created_by, note from ledger_transaction
       where order_id = $1 and kind in ('release', 'reserve_hold') order by kind`,
      [order]
    )
    expect(notes).toEqual([
      { kind: "release", created_by: "user_1", note: "asked for it" },
      { kind: "reserve_hold", created_by: "user_1", note: "asked for it" },
    ])
    expect(
      await service.releaseEarnings({ order_id: order, part: "2" })
    ).toBeUndefined()
  })

  it("cannot be changed beside the ledger", async () => {
    const [seller, order] = [next("sel"), next("order")]
    await books.sell(seller, order)
    await books.service.releaseEarnings({
      ...{ order_id: order, part: "1", reserveBasisPoints: 5000 },
    })
    for (const statement of [
      `update order_earnings set pending = 1 where order_id = '${order}'`,
      `delete from order_earnings where order_id = '${order}'`,
      `insert into order_earnings (order_id, seller_id, currency_code, pending) values ('x', 'x', 'eur', 1)`,
    ]) {
      await expect(books.attempt(statement)).rejects.toThrow(
        /follows the ledger/
      )
    }
    await expect(books.attempt("truncate order_earnings")).rejects.toThrow(
      /only grows/
    )
    const of = `where order_id = '${order}'`
    for (const change of ["amount = 1", "free_at = now()", "freed_at = null"]) {
      await expect(
        books.attempt(`update earnings_reserve set ${change} ${of}`)
      ).rejects.toThrow(/is freed once and keeps the rest/)
    }
    await expect(
      books.attempt(`delete from earnings_reserve ${of}`)
    ).rejects.toThrow(/only grows/)
  })
})

describe("a write-off", () => {
  it("gives up what is owed, and not more", async () => {
    const seller = next("sel")
    const { service } = books
    const by = { seller_id: seller, currency_code: "eur", created_by: "user_1" }
    await service.proposeAdjustment({ ...by, amount: -500n, reason: "damage" })
    const give = (amount: bigint) =>
      service.proposeAdjustment({
        ...{ ...by, amount, kind: "write_off", reason: "gone out of business" },
      })
    await expect(give(501n)).rejects.toThrow(/write off what it owes/)
    await expect(give(-1n)).rejects.toThrow(/check/)
    expect(await give(500n)).toMatchObject({ status: "posted" })
    await expect(give(1n)).rejects.toThrow(/write off what it owes/)
    expect(await books.balancesOf(seller)).toEqual({ available: "0" })
    const found = await service.searchAdjustments({
      ...{ seller_ids: [seller], kinds: ["write_off"], limit: 9, offset: 0 },
    })
    expect(found).toMatchObject({
      count: 1,
      rows: [
        { amount: "500", status: "posted", reason: "gone out of business" },
      ],
    })
  })
})

describe("a dispute", () => {
  it("takes the order's money, charges once, and gives it back when it is won", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.sell(seller, order)
    const dispute = {
      ...{ order_id: order, provider_id: "psp_x", provider_ref: `dp_${order}` },
      ...{ amount: 10450n, reason: "not received", created_by: "user_1" },
    }
    await expect(
      service.openDispute({ ...dispute, amount: 10451n })
    ).rejects.toThrow(/at most what was captured/)
    const id = await service.openDispute(dispute)
    await expect(service.openDispute(dispute)).rejects.toThrow(/already/)
    const fee = { dispute_id: id, amount: 1500n, charged_by: "user_2" }
    await service.chargeDisputeFee(fee)
    await expect(service.chargeDisputeFee(fee)).rejects.toThrow(/one fee/)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ pending: "8420", available: "-11950" },
    })
    const won = { dispute_id: id, status: "won", decided_by: "user_2" } as const
    await service.closeDispute(won)
    await service.closeDispute(won)
    await expect(
      service.closeDispute({ ...won, status: "lost" })
    ).rejects.toThrow(/is won already/)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ pending: "8420", available: "-1500" },
    })
    const { rows } = await service.searchDisputes({
      ...{ seller_ids: [seller], limit: 9, offset: 0 },
    })
    expect(rows).toMatchObject([
      {
        ...{ id, order_id: order, amount: "10450", fee: "1500", status: "won" },
        ...{ created_by: "user_1", fee_by: "user_2", decided_by: "user_2" },
      },
    ])
    const { rows: told } = await books.db.query(
      "select topic from payout_outbox where payload ->> 'id' = $1 order by topic",
      [id]
    )
    expect(told.map(({ topic }) => topic)).toEqual([
      ...["dispute.opened", "dispute.won"],
    ])
    for (const change of ["amount = 1", "fee = 1", "reason = 'x'"]) {
      await expect(
        books.attempt(`update dispute set ${change} where id = '${id}'`)
      ).rejects.toThrow(/keeps its order, amounts and names/)
    }
    await expect(
      books.attempt(`update dispute set status = 'lost' where id = '${id}'`)
    ).rejects.toThrow(/is won for good/)
    await expect(
      books.attempt(`delete from dispute where id = '${id}'`)
    ).rejects.toThrow(/only grows/)
  })
})

it("keeps who decided what about a seller's money, for good", async () => {
  const seller = next("sel")
  const { service } = books
  const by = { seller_id: seller, created_by: "user_1" }
  await service.decideFloor({
    ...{ ...by, reason: "new here", currency_code: "eur", floor: -5000n },
  })
  const terms = {
    ...({ release_on: "captured", hold_days: 3 } as const),
    ...{ reserve_basis_points: 250, reserve_days: null },
  }
  await service.decideReleaseTerms({ ...by, reason: "long known", terms })
  expect(await service.readReleaseTerms(seller)).toEqual(terms)
  await expect(
    service.decideHold({ ...by, reason: "odd", until: new Date() })
  ).rejects.toThrow(/no payout account/)
  const { rows, count } = await service.searchDecisions({
    ...{ seller_id: seller, limit: 9, offset: 0 },
  })
  expect(count).toBe(2)
  expect(rows).toMatchObject([
    { kind: "release_terms", reason: "long known", details: terms },
    { kind: "floor", details: { currency_code: "eur", floor: "-5000" } },
  ])
  expect(await service.readBalances(seller)).toMatchObject({
    balances: [{ currency_code: "eur", available: "0", floor: "-5000" }],
    hold: null,
  })
  await expect(
    books.attempt("update payout_decision set reason = 'x'")
  ).rejects.toThrow(/only grows/)
})

it("reads one seller's ledger a page at a time, with running balances", async () => {
  const [seller, other, order] = [next("sel"), next("sel"), next("order")]
  const { service } = books
  await books.earn(other, 9999n, "usd")
  await books.sell(seller, order)
  await service.releaseEarnings({ order_id: order, part: "1" })
  await books.earn(seller, -20n, "usd")
  await books.earn(seller, 30n, "eur")
  const page = (more = {}) =>
    service.searchLedger({
      ...{ seller_id: seller, limit: 2, offset: 0, ascending: true, ...more },
    })
  const all = await page({ limit: 99 })
  expect(
    all.rows.map(({ kind, account, amount, balance }) => ({
      ...{ kind, account, amount, balance },
    }))
  ).toEqual(
    expect.arrayContaining([
      ...[
        {
          kind: "capture",
          account: "pending",
          amount: "8420",
          balance: "8420",
        },
      ],
      ...[
        { kind: "release", account: "pending", amount: "-8420", balance: "0" },
      ],
      ...[
        {
          kind: "release",
          account: "available",
          amount: "8420",
          balance: "8420",
        },
      ],
      ...[
        {
          kind: "adjustment",
          account: "available",
          amount: "-20",
          balance: "8400",
        },
      ],
      ...[
        {
          kind: "adjustment",
          account: "available",
          amount: "30",
          balance: "30",
        },
      ],
    ])
  )
  expect(all.count).toBe(5)
  const second = await page({ offset: 2 })
  expect(second).toEqual({ rows: all.rows.slice(2, 4), count: 5 })
  const newest = await page({ ascending: false })
  expect(newest.rows).toEqual([...all.rows].reverse().slice(0, 2))
  expect((await page({ order_ids: [order] })).count).toBe(3)
  expect((await page({ kinds: ["adjustment"] })).count).toBe(2)
  expect((await page({ currency_codes: ["eur"] })).count).toBe(1)
  expect((await page({ accounts: ["pending"] })).count).toBe(2)
  expect((await page({ to: new Date(0) })).count).toBe(0)
})
