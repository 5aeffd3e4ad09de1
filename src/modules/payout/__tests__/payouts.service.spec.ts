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

describe("nobody is paid", () => {
  it("below the minimum, on hold, without an active account, or below the floor elsewhere", async () => {
    const { service } = books
    const run = (seller_id: string) => service.reserveDuePayouts({ seller_id })
    const poor = await stage.paidSeller(99n)
    expect((await run(poor)).payout_ids).toEqual([])
    const held = await stage.paidSeller(5000n)
    const until = new Date(Date.now() + 60_000)
    const by = { seller_id: held, reason: "review", created_by: "user_1" }
    await service.decideHold({ ...by, until })
    expect((await run(held)).payout_ids).toEqual([])
    const stranger = books.next("sel")
    await books.earn(stranger, 5000n)
    expect((await run(stranger)).payout_ids).toEqual([])
    const debtor = await stage.paidSeller(5000n)
    const usd = { seller_id: debtor, currency_code: "usd" }
    await service.setFloor({ ...usd, floor: -100n })
    await books.earn(debtor, -101n, "usd")
    expect((await run(debtor)).payout_ids).toEqual([])
    await books.earn(debtor, 1n, "usd")
    expect((await run(debtor)).payout_ids).toHaveLength(1)
    await service.decideHold({ ...by, until: null })
    expect((await run(held)).payout_ids).toHaveLength(1)
  })

  it("from a reserved payout while the account is held, nor for days after its details changed", async () => {
    const seller = await stage.paidSeller(5000n)
    const id = await stage.reserve(seller)
    await books.service.syncPayoutAccount({
      ...{ seller_id: seller, provider_id: "manual" },
    })
    expect(await books.service.sendNextPayout(id)).toBeUndefined()
    const [account] = await books.service.listPayoutAccounts({
      seller_id: [seller],
    })
    expect(account).toMatchObject({
      ...{
        provider_id: "manual",
        hold_reason: "The payout details were changed",
      },
    })
    const days = (Number(account?.held_until) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(7)
    await books.service.settlePayout({
      ...{ payout_id: id, status: "failed", reason: "cancelled" },
    })
    expect(await books.balancesOf(seller)).toMatchObject({ available: "5000" })
  })

  it("twice in a period of the schedule, and never by schedule when it is manual", async () => {
    const [seller, manual] = [
      await stage.paidSeller(500n),
      await stage.paidSeller(500n),
    ]
    const { service } = books
    const setSchedule = async (
      seller_id: string,
      schedule: "weekly" | "manual"
    ) => {
      await books.db.query(
        "update payout_account set schedule = $1 where seller_id = $2",
        [schedule, seller_id]
      )
    }
    await setSchedule(seller, "weekly")
    await setSchedule(manual, "manual")
    const paid = async (day: string) => {
      const run = await service.reserveDuePayouts({ now: new Date(day) })
      for (const payout_id of run.payout_ids) {
        const by = { settled_by: "user_1" }
        await service.settlePayout({ payout_id, status: "failed", ...by })
      }
      const rows = await service.listPayouts({ id: run.payout_ids })
      return rows.map((row) => row.seller_id)
    }
    expect(await paid("2026-11-25")).toContain(seller)
    expect(await paid("2026-11-29")).not.toContain(seller)
    const monday = await paid("2026-11-30")
    expect(monday).toContain(seller)
    expect(monday).not.toContain(manual)
  })
})
