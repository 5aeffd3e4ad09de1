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
  })

  it("where it was reserved for and its seller is no more", async () => {
    const { service, db } = books
    const changed = {
      ...{ status: "failed", reason: "The payout details were changed" },
      attempt: 0,
    }
    const moves = await stage.paidSeller(5000n)
    const id = await stage.reserve(moves)
    await service.syncPayoutAccount({
      ...{ seller_id: moves, provider_id: "manual" },
    })
    expect(await stage.payoutRow(id)).toMatchObject(changed)
    expect(await books.balancesOf(moves)).toEqual({
      ...{ available: "5000", in_transit: "0" },
    })
    expect(await stage.topicsOf(id)).toEqual(["payout.failed"])
    // The account was read before it changed, and the payout reserved after.
    const late = await stage.paidSeller(700n)
    const stale = await stage.reserve(late)
    await db.query(
      "update payout_account set provider_account_id = 'rail:other' where seller_id = $1",
      [late]
    )
    expect(await service.sendNextPayout(stale)).toBeUndefined()
    await service.sendPayouts()
    expect(await stage.payoutRow(stale)).toMatchObject(changed)
    expect(stage.rail.executions().has(stale)).toBe(false)
    const next = await stage.reserve(late)
    await service.sendNextPayout(next)
    expect(
      stage.rail.transfers.find(({ payout_id }) => payout_id === next)
    ).toMatchObject({ destination: "rail:other", amount: "700" })
  })

  it("by hand for days after the bank account was changed that an operator pays to", async () => {
    const seller_id = await stage.paidSeller(800n, "manual")
    const say = async (iban: string) => {
      await books.service.syncPayoutAccount({
        ...{ seller_id, provider_id: "manual", context: { iban } },
      })
      const [account] = await books.service.listPayoutAccounts({ seller_id })
      return account
    }
    await say("DE02120300000000202051")
    await books.db.query(
      "update payout_account set held_until = null where seller_id = $1",
      [seller_id]
    )
    expect((await say("DE02120300000000202051"))?.held_until).toBeNull()
    const account = await say("DE02500105170137075030")
    expect(account).toMatchObject({
      ...{ held_until: expect.any(Date), status: "active" },
    })
    const run = await books.service.reserveDuePayouts({ seller_id })
    expect(run.payout_ids).toEqual([])
  })

  it("again by the schedule because an operator paid in between", async () => {
    const { service } = books
    const seller = await stage.paidSeller(500n)
    await books.db.query(
      "update payout_account set schedule = 'weekly' where seller_id = $1",
      [seller]
    )
    const pay = async (day: string, seller_id?: string) => {
      const now = new Date(day)
      const { payout_ids } = await service.reserveDuePayouts({ now, seller_id })
      const rows = await service.listPayouts({ id: payout_ids })
      const own = rows.filter((row) => row.seller_id === seller)
      await service.sendPayouts(payout_ids)
      for (const { id } of rows) {
        await service.settlePayout({ payout_id: id, status: "paid" })
      }
      await books.earn(seller, 500n)
      return own.length
    }
    expect(await pay("2026-11-24")).toBe(1)
    expect(await pay("2026-11-25", seller)).toBe(1)
    expect(await pay("2026-11-26")).toBe(0)
    expect(await pay("2026-11-30")).toBe(1)
  })

  it("before its hour after a failure, nor more often than the limit in a period", async () => {
    const { service, db } = books
    const seller = await stage.paidSeller(600n)
    await db.query(
      "update payout_account set schedule = 'monthly' where seller_id = $1",
      [seller]
    )
    const run = async () => {
      const { payout_ids } = await service.reserveDuePayouts()
      const rows = await service.listPayouts({ id: payout_ids })
      return rows.find((row) => row.seller_id === seller)?.id
    }
    const hoursPass = async (hours: number) => {
      await db.query(
        `update payout set updated_at = updated_at - make_interval(mins => $1)
         where seller_id = $2`,
        [Math.round(hours * 60), seller]
      )
    }
    for (const hours of [1, 2, 3, 100]) {
      const id = await run()
      stage.rail.script.push("refuse")
      expect((await service.sendNextPayout(id ?? ""))?.status).toBe("failed")
      await hoursPass(hours - 0.1)
      expect(await run()).toBeUndefined()
      await hoursPass(0.2)
    }
    expect(await run()).toBeUndefined()
    const byHand = await stage.reserve(seller)
    expect((await service.sendNextPayout(byHand))?.status).toBe("submitted")
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
