import type { Books } from "../../../../integration-tests/payout-books"
import type { Stage } from "../../../../integration-tests/payout-stage"
import { usePayoutStage } from "../../../../integration-tests/payout-stage"
import { signRailMessage } from "../../../../integration-tests/payout-rail/server"
import type { PayoutProviderEvent } from "../../../payout-provider"
import type { PayoutStatus } from "../payouts/transitions"
import { canBecome, payoutStatuses } from "../payouts/transitions"

const getStage = usePayoutStage()
let books: Books
let stage: Stage

beforeAll(() => {
  stage = getStage()
  books = stage.books
})

describe("messages of a provider", () => {
  async function receive(event: PayoutProviderEvent, signature?: string) {
    const body = Buffer.from(JSON.stringify(event))
    return await books.service.receiveProviderEvent({
      ...{ provider_id: "rail", body },
      headers: {
        "rail-signature": signature ?? signRailMessage(body.toString()),
      },
    })
  }

  const news = (
    payout_id: string,
    status: "submitted" | "paid" | "failed" | "returned"
  ): PayoutProviderEvent => ({
    ...{ event_id: books.next("evt"), type: "payout", payout_id },
    result: { status, provider_ref: null },
  })

  it("are kept once, and forged ones not at all", async () => {
    const id = await stage.reserve(await stage.paidSeller(600n))
    await books.service.sendNextPayout(id)
    const event = news(id, "paid")
    await expect(receive(event, "forged")).rejects.toMatchObject({
      type: "unauthorized",
    })
    const kept = [await receive(event), await receive(event)]
    expect(kept).toEqual([expect.stringMatching(/^pevt_/), undefined])
    expect(await books.service.processProviderEvents()).toEqual({
      ...{ found: 1, mended: 1, failed: 0 },
    })
    expect((await books.service.processProviderEvents()).found).toBe(0)
    expect(await stage.payoutRow(id)).toMatchObject({ status: "paid" })
    await expect(
      books.service.receiveProviderEvent({
        ...{ provider_id: "nobody", body: Buffer.from("{}"), headers: {} },
      })
    ).rejects.toThrow(/no payout provider "nobody"/)
  })

  it("that come before our own record, late, repeated or in the wrong order end right", async () => {
    const seller = await stage.paidSeller(800n)
    const id = await stage.reserve(seller)
    await books.service.sendNextPayout(id)
    for (const status of ["returned", "paid", "paid", "failed"] as const) {
      await receive(news(id, status))
    }
    await books.service.processProviderEvents()
    expect(await stage.payoutRow(id)).toMatchObject({ status: "returned" })
    expect(await books.balancesOf(seller)).toMatchObject({
      ...{ available: "800", in_transit: "0" },
    })
    const fails = await stage.reserve(seller)
    await books.service.sendNextPayout(fails)
    await receive(news(fails, "paid"))
    await receive(news(fails, "failed"))
    await books.service.processProviderEvents()
    expect(await stage.payoutRow(fails)).toMatchObject({ status: "returned" })
  })

  it("that say it is on its way do not keep us from asking what became of it", async () => {
    const id = await stage.reserve(await stage.paidSeller(810n))
    await books.db.query(
      `update payout set status = 'submitting', attempt = 1, first_sent_at = now(),
       lease_until = now() + interval '60 seconds' where id = $1`,
      [id]
    )
    await receive(news(id, "submitted"))
    await books.service.processProviderEvents()
    const row = await stage.payoutRow(id)
    expect(row).toMatchObject({ status: "submitted" })
    const seconds = (Number(row?.next_check_at) - Date.now()) / 1000
    expect(Math.round(seconds)).toBe(600)
    // Our own record comes second and changes nothing.
    expect(
      await books.service.settlePayout({
        ...{ payout_id: id, status: "submitted", attempt: 1 },
        checkInSeconds: 5,
      })
    ).toBe(false)
  })

  it("about an unknown payout wait with the reason and keep no other waiting", async () => {
    const id = await stage.reserve(await stage.paidSeller(650n))
    await books.service.sendNextPayout(id)
    await receive(news("pout_nowhere", "paid"))
    await receive(news(id, "paid"))
    expect(await books.service.processProviderEvents()).toEqual({
      ...{ found: 2, mended: 1, failed: 1 },
    })
    const { rows } = await books.db.query(
      "select error from provider_event where processed_at is null"
    )
    expect(rows[0].error).toMatch(/no payout pout_nowhere/)
    await books.db.query(
      "delete from provider_event where processed_at is null"
    )
  })

  it("say when an account may be paid no more", async () => {
    const seller = await stage.paidSeller(500n)
    await receive({
      ...{ event_id: books.next("evt"), type: "account" },
      state: {
        provider_account_id: `rail:${seller}`,
        ...{ status: "restricted", requirements: ["proof of address"] },
      },
    })
    await books.service.processProviderEvents()
    const run = await books.service.reserveDuePayouts({ seller_id: seller })
    expect(run.payout_ids).toEqual([])
  })

  it("wake no account that its seller took away", async () => {
    const seller_id = await stage.paidSeller(500n)
    const id = await books.service.removePayoutAccount(seller_id)
    await receive({
      ...{ event_id: books.next("evt"), type: "account" },
      state: {
        provider_account_id: `rail:${seller_id}`,
        ...{ status: "active", requirements: [] },
      },
    })
    await books.service.processProviderEvents()
    const [account] = await books.service.listPayoutAccounts({ seller_id })
    expect(account).toMatchObject({ id, status: "disabled" })
  })
})

describe("events to be emitted", () => {
  it("are claimed by one, come back when they are not finished, and go when they are", async () => {
    const id = await stage.reserve(await stage.paidSeller(500n, "manual"))
    await books.service.sendNextPayout(id)
    const [first, second] = await Promise.all([
      books.service.claimOutbox(1000),
      books.service.claimOutbox(1000),
    ])
    const mine = [...first, ...second].filter(
      ({ payload }) => payload.id === id
    )
    expect(mine).toEqual([
      expect.objectContaining({
        topic: "payout.submitted",
        payload: { id, seller_id: expect.any(String) },
      }),
    ])
    await books.db.query("update payout_outbox set available_at = now()")
    const again = await books.service.claimOutbox(1000)
    expect(again.map((one) => one.id)).toContain(mine[0]?.id)
    await books.service.finishOutbox(again.map((one) => one.id))
    await books.db.query("update payout_outbox set available_at = now()")
    expect(await books.service.claimOutbox(1000)).toEqual([])
  })
})

describe("adjustments", () => {
  const ask = (amount: bigint, reason = "broken on arrival") =>
    books.service.proposeAdjustment({
      ...{ seller_id: books.next("sel"), currency_code: "eur" },
      ...{ amount, reason, created_by: "user_1" },
    })
  const decide = (id: string, decided_by: string, accept = true) =>
    books.service.decideAdjustment({ adjustment_id: id, accept, decided_by })

  it("are posted at once when small, and by a second person when large", async () => {
    expect((await ask(-100000n)).status).toBe("posted")
    const large = await ask(100001n)
    expect(large.status).toBe("proposed")
    await expect(decide(large.id, "user_1")).rejects.toThrow(/another person/)
    expect(await decide(large.id, "user_2")).toBe("posted")
    expect(await decide(large.id, "user_3")).toBe("posted")
    await expect(decide(large.id, "user_2", false)).rejects.toThrow(
      /is posted already/
    )
    const { rows } = await books.db.query(
      "select created_by, approved_by, note from ledger_transaction where reference_id = $1",
      [large.id]
    )
    expect(rows).toEqual([
      {
        created_by: "user_1",
        approved_by: "user_2",
        note: "broken on arrival",
      },
    ])
    const dropped = await ask(100001n)
    expect(await decide(dropped.id, "user_2", false)).toBe("refused")
    await expect(decide(dropped.id, "user_2")).rejects.toThrow(
      /refused already/
    )
    const self = await ask(100001n)
    await expect(
      books.db.query(
        "update ledger_adjustment set status = 'posted', decided_by = 'user_1' where id = $1",
        [self.id]
      )
    ).rejects.toThrow(/four_eyes/)
  })

  it("need an amount, a reason and an author", async () => {
    await expect(ask(0n)).rejects.toThrow(/needs an amount/)
    await expect(ask(5n, " ")).rejects.toThrow(/a reason/)
  })
})

describe("the database", () => {
  it("lets a payout go from status to status by the same table as the code", async () => {
    const id = await stage.reserve(await stage.paidSeller(500n))
    const tryStep = async (from: PayoutStatus, to: PayoutStatus) => {
      await books.db.query("begin")
      try {
        await books.db.query("alter table payout disable trigger keeps")
        await books.db.query("update payout set status = $1 where id = $2", [
          ...[from, id],
        ])
        await books.db.query("alter table payout enable trigger keeps")
        await books.db.query("update payout set status = $1 where id = $2", [
          ...[to, id],
        ])
        return true
      } catch {
        return false
      } finally {
        await books.db.query("rollback")
      }
    }
    for (const from of payoutStatuses) {
      for (const to of payoutStatuses.filter((one) => one !== from)) {
        expect([from, to, await tryStep(from, to)]).toEqual([
          ...[from, to, canBecome(from, to)],
        ])
      }
    }
  })

  it("refuses another amount, a second open payout, a removed payout, and an entry settled twice", async () => {
    const id = await stage.reserve(await stage.paidSeller(500n))
    const refused = async (statement: string, reason: RegExp) =>
      expect(books.db.query(statement)).rejects.toThrow(reason)
    await refused(
      `update payout set amount = amount + 1 where id = '${id}'`,
      /keeps its seller, amount/
    )
    await refused(`delete from payout where id = '${id}'`, /payout only grows/)
    await refused(`delete from payout_item`, /payout_item only grows/)
    await refused(
      `insert into payout_item (entry_id, payout_id, amount)
       select entry_id, payout_id, amount from payout_item limit 1`,
      /payout_item_pkey/
    )
    await refused(
      `insert into payout (id, seller_id, currency_code, scale, amount, provider_id,
         idempotency_key, period, through_version)
       select 'pout_twin', seller_id, currency_code, scale, amount, provider_id,
         'twin', period, through_version from payout where id = '${id}'`,
      /payout_open/
    )
  })
})
