import type { Books } from "../../../../integration-tests/payout-books"
import { useBooks } from "../../../../integration-tests/payout-books"
import { reserveLegs } from "../postings/sales"
import type { Posting } from "../types"

const getBooks = useBooks()
let books: Books

beforeAll(() => {
  books = getBooks()
})

const next = (prefix: string) => books.next(prefix)

/** Any posting: two legs of one seller. */
function reserve(sellerId: string, amount: bigint, id: string): Posting {
  return {
    kind: "reserve_hold",
    reference_type: "spec",
    reference_id: id,
    currency_code: "eur",
    legs: reserveLegs(sellerId, amount),
  }
}

describe("an order's money", () => {
  it("goes from capture to payout to the cent, and repeats change nothing", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.freeze(order, seller)
    const platformBefore = await books.balancesOf("platform")
    const story = async () => {
      await service.recordParentCapture({
        ...{ capture_id: `${order}_parent`, provider_id: `psp_${order}` },
        ...{ amount: 10450n, currency_code: "usd" },
      })
      const capture = {
        ...{ capture_id: `${order}_capt`, order_id: order, amount: 10450n },
      }
      await service.recordCapture(capture)
      await service.releaseEarnings({ order_id: order, part: "ful_1" })
      await service.recordRefund({
        ...{ refund_id: `${order}_ref`, order_id: order, amount: 4950n },
        provider_id: `psp_${order}`,
        lines: [{ line_type: "item", line_id: "item_1" }],
      })
    }
    await story()
    const entries = await books.count("ledger_entry")
    await story()
    await books.freeze(order, seller)
    expect(await books.count("ledger_entry")).toBe(entries)
    expect(await books.balancesOf(seller)).toEqual({
      pending: "0",
      available: "4460",
    })
    expect(await books.balancesOf(`psp_${order}`)).toEqual({ psp: "-5500" })
    const platform = await books.balancesOf("platform")
    const gained = (type: string) =>
      BigInt(platform[type] ?? 0) - BigInt(platformBefore[type] ?? 0)
    expect([gained("tax_payable"), gained("commission")]).toEqual([500n, 540n])
    expect(gained("unallocated")).toBe(0n)
    const { rows } = await books.db.query(
      "select line_id, amount, tax, commission_reversed from refund_allocation where order_id = $1",
      [order]
    )
    expect(rows).toEqual([
      ...[{ line_id: "item_1", amount: "4950" }].map((one) => ({
        ...one,
        ...{ tax: "450", commission_reversed: "540" },
      })),
    ])
  })

  it("refuses the same capture or refund with another amount, and what no line can give back", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.freeze(order, seller)
    const capture = { capture_id: next("capt"), order_id: order }
    await service.recordCapture({ ...capture, amount: 10450n })
    await expect(
      service.recordCapture({ ...capture, amount: 10449n })
    ).rejects.toThrow(/stands in the ledger with -10450 instead of -10449/)
    const refund = { order_id: order, provider_id: "psp_x" }
    await expect(
      service.recordRefund({
        ...refund,
        refund_id: next("ref"),
        amount: 10451n,
      })
    ).rejects.toThrow(/have 10450 left/)
    await expect(
      service.recordCapture({
        ...{ capture_id: next("capt"), order_id: next("order"), amount: 1n },
      })
    ).rejects.toThrow(/has no settlement lines/)
  })

  it("gives 25 parallel refunds of one order exactly what is left, pending money first", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.freeze(order, seller)
    await service.recordCapture({
      ...{ capture_id: next("capt"), order_id: order, amount: 10450n },
    })
    await service.releaseEarnings({
      ...{ order_id: order, part: "ful_1", amount: 5000n },
    })
    const refunds = Array.from({ length: 26 }, (_, n) =>
      service.recordRefund({
        ...{ refund_id: `${order}_ref_${n}`, order_id: order, amount: 418n },
        provider_id: "psp_x",
      })
    )
    const outcomes = await Promise.allSettled(refunds)
    expect(
      outcomes.filter(({ status }) => status === "fulfilled")
    ).toHaveLength(25)
    const { pending, available } = await books.balancesOf(seller)
    expect([pending, available]).toEqual(["0", "0"])
    const { rows } = await books.db.query(
      `select sum(amount)::int as amount, sum(tax)::int as tax,
        sum(commission_reversed)::int as commission
       from refund_allocation where order_id = $1`,
      [order]
    )
    expect(rows[0]).toEqual({ amount: 10450, tax: 950, commission: 1080 })
  })

  it("keeps a part back at release and frees it once", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.freeze(order, seller)
    await service.recordCapture({
      ...{ capture_id: next("capt"), order_id: order, amount: 10450n },
    })
    const release = { order_id: order, part: "ful_1" }
    await service.releaseEarnings({ ...release, reserveBasisPoints: 1000 })
    expect(await books.balancesOf(seller)).toEqual({
      ...{ pending: "0", available: "7578", reserved: "842" },
    })
    await service.freeReserve(release)
    await service.freeReserve(release)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ pending: "0", available: "8420", reserved: "0" },
    })
    expect(
      await service.releaseEarnings({ order_id: order, part: "ful_2" })
    ).toBeUndefined()
  })

  it("takes a dispute and its fee from the seller and gives a won one back", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.freeze(order, seller)
    const dispute = { dispute_id: next("dp"), order_id: order }
    const at = { ...dispute, provider_id: `psp_${order}` }
    await service.recordDispute({ ...at, event: "opened", amount: 10450n })
    await service.recordDispute({ ...at, event: "fee", amount: 1500n })
    expect(await books.balancesOf(seller)).toEqual({ available: "-11950" })
    await service.recordDispute({ ...at, event: "won", amount: 10450n })
    await service.recordDispute({ ...at, event: "won", amount: 10450n })
    expect(await books.balancesOf(seller)).toEqual({ available: "-1500" })
  })

  it("reverses a transaction once, and refunds and payouts never", async () => {
    const [seller, order] = [next("sel"), next("order")]
    const { service } = books
    await books.freeze(order, seller)
    const { id } = await service.recordCapture({
      ...{ capture_id: next("capt"), order_id: order, amount: 10450n },
    })
    const reversal = {
      ...{ transaction_id: id, created_by: "user_1", note: "wrong order" },
    }
    const first = await service.reverse(reversal)
    const second = await service.reverse(reversal)
    expect([first.posted, second.posted]).toEqual([true, false])
    expect(second.id).toBe(first.id)
    expect(await books.balancesOf(seller)).toEqual({ pending: "0" })
    await books.earn(seller, 500n, "usd")
    await service.syncPayoutAccount({
      seller_id: seller,
      provider_id: "manual",
    })
    await service.reserveDuePayouts({ seller_id: seller })
    const [held] = await service.listLedgerTransactions({
      kind: ["payout_reserve"],
    })
    await expect(
      service.reverse({ ...reversal, transaction_id: held?.id ?? "" })
    ).rejects.toThrow(/is a payout_reserve: correct it by an adjustment/)
    await expect(
      service.reverse({ ...reversal, transaction_id: "ltx_none" })
    ).rejects.toThrow(/no ledger transaction ltx_none/)
  })
})

describe("postings", () => {
  it("are written once by 20 parallel callers, and never with other legs", async () => {
    const [seller, id] = [next("sel"), next("pout")]
    const { service } = books
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        service.post([reserve(seller, 100n, id)])
      )
    )
    const all = answers.flat()
    expect(all.filter(({ posted }) => posted)).toHaveLength(1)
    expect(new Set(all.map((one) => one.id)).size).toBe(1)
    await expect(service.post([reserve(seller, 101n, id)])).rejects.toThrow(
      /stands in the ledger with other legs/
    )
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "-100", reserved: "100" },
    })
  })

  it("refuse legs that do not balance, all or none of a batch", async () => {
    const seller = next("sel")
    const good = reserve(seller, 5n, next("pout"))
    const [first, second] = good.legs
    const bad = (legs: Posting["legs"]) => ({
      ...good,
      ...{ reference_id: next("pout"), legs },
    })
    const refused = [
      bad(first && second ? [first, { ...second, amount: 6n }] : []),
      bad(first ? [first] : []),
      bad(first && second ? [{ ...first, amount: 0n }, second] : []),
      bad(first ? [first, { ...first, amount: 5n }] : []),
    ]
    for (const posting of refused) {
      await expect(books.service.post([good, posting])).rejects.toThrow(
        new RegExp(`Posting reserve_hold of spec ${posting.reference_id}`)
      )
    }
    expect(await books.balancesOf(seller)).toEqual({})
  })

  it("of 30 sellers at once in opposite orders end without a deadlock, every balance right", async () => {
    const sellers = Array.from({ length: 30 }, () => next("sel"))
    const batch = (order: string[]) =>
      books.service.post(
        order.flatMap((seller) => [
          reserve(seller, 7n, next("pout")),
          {
            ...reserve(seller, 7n, next("pout")),
            ...{ kind: "reserve_free", legs: reserveLegs(seller, -2n) },
          },
        ])
      )
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        batch(n % 2 ? sellers : [...sellers].reverse())
      )
    )
    for (const seller of sellers) {
      expect(await books.balancesOf(seller)).toEqual({
        ...{ available: "-60", reserved: "60" },
      })
    }
  })
})
