import type { Books } from "../../../../integration-tests/payout-books"
import type { Stage } from "../../../../integration-tests/payout-stage"
import { usePayoutStage } from "../../../../integration-tests/payout-stage"

const getStage = usePayoutStage()
let books: Books
let stage: Stage

beforeAll(() => {
  stage = getStage()
  books = stage.books
})

/** Waits until a claim's lease or a question's date is over. */
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe("a payout", () => {
  it("sweeps what is available, carries what the provider cannot pay, and is paid once", async () => {
    const seller = await stage.paidSeller(4463n)
    const id = await stage.reserve(seller)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "3", in_transit: "4460" },
    })
    expect(await books.service.sendNextPayout(id)).toEqual({
      ...{ payout_id: id, status: "submitted" },
    })
    expect(await books.service.sendNextPayout(id)).toBeUndefined()
    stage.rail.finish(id, "paid")
    await books.db.query(
      "update payout set next_check_at = now() where id = $1",
      [id]
    )
    await books.service.checkSubmitted([id])
    expect(await stage.payoutRow(id)).toMatchObject({
      ...{ status: "paid", amount: "4460", attempt: 1 },
      provider_ref: expect.stringMatching(/^rail_/),
    })
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "3", in_transit: "0" },
    })
    expect(stage.rail.executions().get(id)).toBe(1)
    expect(await stage.topicsOf(id)).toEqual([
      "payout.submitted",
      "payout.paid",
    ])
    await books.earn(seller, 1997n)
    const next = await stage.reserve(seller)
    expect(await stage.payoutRow(next)).toMatchObject({ amount: "2000" })
    expect(await books.balancesOf(seller)).toMatchObject({ available: "0" })
  })

  it("is reserved once by runs side by side, and one at a time", async () => {
    const seller = await stage.paidSeller(5000n)
    const runs = await Promise.all(
      Array.from({ length: 8 }, () =>
        books.service.reserveDuePayouts({ seller_id: seller })
      )
    )
    expect(runs.flatMap(({ payout_ids }) => payout_ids)).toHaveLength(1)
    await books.earn(seller, 900n)
    const again = await books.service.reserveDuePayouts({ seller_id: seller })
    expect(again.payout_ids).toEqual([])
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "900", in_transit: "5000" },
    })
  })

  it("is sent by one of ten workers", async () => {
    const id = await stage.reserve(await stage.paidSeller(700n))
    const news = await Promise.all(
      Array.from({ length: 10 }, () => books.service.sendNextPayout(id))
    )
    expect(news.filter(Boolean)).toHaveLength(1)
    expect(stage.rail.executions().get(id)).toBe(1)
  })

  it.each(["lost", "hang", "error"] as const)(
    "whose answer is %s stays unknown until the provider is asked, and is executed once",
    async (fault) => {
      const seller = await stage.paidSeller(1200n)
      const id = await stage.reserve(seller)
      stage.rail.script.push(fault)
      expect((await books.service.sendNextPayout(id))?.status).toBe("unknown")
      expect(await stage.payoutRow(id)).toMatchObject({ status: "unknown" })
      expect(await books.balancesOf(seller)).toMatchObject({
        in_transit: "1200",
      })
      await pause(60)
      expect((await books.service.sendNextPayout(id))?.status).toBe("submitted")
      expect(stage.rail.executions().get(id)).toBe(1)
      const asked = stage.rail.calls.filter(({ payout_id }) => payout_id === id)
      expect(asked.map(({ method }) => method)).toEqual(
        fault === "error" ? ["POST", "GET", "POST"] : ["POST", "GET"]
      )
      expect(new Set(asked.map(({ key }) => key ?? `${id}:1`))).toEqual(
        new Set([`${id}:1`])
      )
    }
  )

  it("that a worker died with is taken over after its lease, and the late worker records nothing", async () => {
    const seller = await stage.paidSeller(900n)
    const id = await stage.reserve(seller)
    await books.db.query(
      `update payout set status = 'submitting', attempt = 1, first_sent_at = now(),
       lease_until = now() + interval '0.2 seconds' where id = $1`,
      [id]
    )
    expect(await books.service.sendNextPayout(id)).toBeUndefined()
    await pause(250)
    expect((await books.service.sendNextPayout(id))?.status).toBe("submitted")
    const late = { payout_id: id, attempt: 1 }
    expect(
      await books.service.settlePayout({ ...late, status: "failed" })
    ).toBe(false)
    expect(await stage.payoutRow(id)).toMatchObject({
      ...{ status: "submitted", attempt: 2 },
    })
  })

  it("that is refused fails with the reason, and its money goes out with the next one", async () => {
    const seller = await stage.paidSeller(1500n)
    const id = await stage.reserve(seller)
    stage.rail.script.push("refuse")
    expect((await books.service.sendNextPayout(id))?.status).toBe("failed")
    expect(await stage.payoutRow(id)).toMatchObject({
      ...{ status: "failed", reason: "refused" },
    })
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "1500", in_transit: "0" },
    })
    expect(await stage.topicsOf(id)).toEqual(["payout.failed"])
    const next = await stage.reserve(seller)
    expect(await stage.payoutRow(next)).toMatchObject({ amount: "1500" })
    expect((await books.service.sendNextPayout(next))?.status).toBe("submitted")
  })

  it("by hand is submitted, marked paid with a reference, and may come back", async () => {
    const seller = await stage.paidSeller(3000n, "manual")
    const id = await stage.reserve(seller)
    expect((await books.service.sendNextPayout(id))?.status).toBe("submitted")
    const paid = { payout_id: id, provider_ref: "SEPA-77" }
    expect(await books.service.settlePayout({ ...paid, status: "paid" })).toBe(
      true
    )
    expect(await books.service.settlePayout({ ...paid, status: "paid" })).toBe(
      false
    )
    const back = { payout_id: id, status: "returned", reason: "AC04" } as const
    expect(await books.service.settlePayout(back)).toBe(true)
    expect(await books.service.settlePayout(back)).toBe(false)
    expect(await stage.payoutRow(id)).toMatchObject({
      ...{ status: "returned", provider_ref: "SEPA-77", reason: "AC04" },
    })
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "3000", in_transit: "0" },
    })
  })

  it("nets a negative balance first", async () => {
    const seller = await stage.paidSeller(-2000n)
    const none = await books.service.reserveDuePayouts({ seller_id: seller })
    expect(none.payout_ids).toEqual([])
    await books.earn(seller, 5000n)
    expect(await stage.payoutRow(await stage.reserve(seller))).toMatchObject({
      amount: "3000",
    })
  })
})

describe("an operator", () => {
  const by = { by: "user_1", reason: "looked wrong" }

  /** What becomes of a decision under which rows change after it read them and before it writes. */
  const overtake = async (
    seller: string,
    change: string,
    decide: () => Promise<unknown>
  ) => {
    const { db } = books
    await db.query("begin")
    await db.query(
      "select 1 from ledger_account where owner_id = $1 for update",
      [seller]
    )
    await db.query(change)
    const decided = decide().then(
      () => "done",
      (error) => String(error)
    )
    await pause(150)
    await db.query("commit")
    return await decided
  }

  it("ends nothing that is being sent again", async () => {
    const seller = await stage.paidSeller(1300n)
    const id = await stage.reserve(seller)
    stage.rail.script.push("error")
    await books.service.sendNextPayout(id)
    const refusal = await overtake(
      seller,
      `update payout set status = 'submitting', attempt = 2,
       lease_until = now() + interval '60 seconds' where id = '${id}'`,
      () => books.service.markPayout({ ...by, payout_id: id, status: "failed" })
    )
    expect(refusal).toContain("is submitting: it cannot become failed now")
    const paid = { payout_id: id, attempt: 2, status: "paid" } as const
    expect(await books.service.settlePayout(paid)).toBe(true)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "0", in_transit: "0" },
    })
  })

  it("takes back nothing that a file orders by then", async () => {
    const seller = await stage.paidSeller(1400n, "manual")
    const id = await stage.reserve(seller)
    await books.service.sendNextPayout(id)
    const cancel = () => books.service.cancelPayout({ ...by, payout_id: id })
    const refusal = await overtake(
      seller,
      `with file as (insert into payout_file (id, provider_id, payouts)
         values ('pfil_${id}', 'manual', 1) returning id)
       update payout set file_id = file.id from file where payout.id = '${id}'`,
      cancel
    )
    expect(refusal).toContain(`is submitted by file pfil_${id}`)
    expect(await stage.payoutRow(id)).toMatchObject({ status: "submitted" })
  })

  it("takes back nothing that it paid by hand", async () => {
    const seller = await stage.paidSeller(1500n, "manual")
    const payout_id = await stage.reserve(seller)
    await books.service.sendNextPayout(payout_id)
    const paid = { status: "paid", reference: "bank 1" } as const
    await books.service.markPayout({ ...by, ...paid, payout_id })
    await expect(
      books.service.cancelPayout({ ...by, payout_id })
    ).rejects.toThrow(/is paid: it cannot become failed/)
    expect(await books.balancesOf(seller)).toEqual({
      ...{ available: "0", in_transit: "0" },
    })
  })
})
