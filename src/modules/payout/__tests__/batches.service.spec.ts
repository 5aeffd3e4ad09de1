import type { Stage } from "../../../../integration-tests/payout-stage"
import { usePayoutStage } from "../../../../integration-tests/payout-stage"

const getStage = usePayoutStage({
  // Many calls at once are slow on a busy machine; nobody is to ask twice.
  ...{ payoutCallTimeoutSeconds: 20, payoutRetrySeconds: 20 },
})
let stage: Stage

beforeAll(() => {
  stage = getStage()
})

async function sellersWith(count: number, amount: bigint): Promise<string[]> {
  const sellers: string[] = []
  while (sellers.length < count) {
    sellers.push(await stage.paidSeller(amount))
  }
  return sellers
}

/** The database refuses every change of one payout after its claim, as it would a contradiction. */
async function refuse(payoutId: string): Promise<() => Promise<void>> {
  const { db } = stage.books
  await db.query(
    `create function refuse_one() returns trigger language plpgsql as $$
     begin raise exception 'refused'; end $$`
  )
  await db.query(
    `create trigger refuse_one before update on payout for each row
     when (old.id = '${payoutId}' and new.status <> 'submitting')
     execute function refuse_one()`
  )
  return async () => {
    await db.query("drop function refuse_one() cascade")
  }
}

describe("many payouts at once", () => {
  it("are reserved by pages; a seller that cannot be paid keeps nobody waiting", async () => {
    const { service, db } = stage.books
    const sellers = await sellersWith(130, 2005n)
    const [bad = ""] = sellers
    await db.query(
      "update payout_account set provider_id = 'gone' where seller_id = $1",
      [bad]
    )
    const runs = await Promise.all([
      service.reserveDuePayouts(),
      service.reserveDuePayouts(),
    ])
    expect(runs.flatMap((run) => run.payout_ids)).toHaveLength(129)
    expect(runs.flatMap((run) => run.failed)).toEqual(
      runs.map(() => ({
        ...{ seller_id: bad, currency_code: "eur" },
        error: expect.stringContaining("gone"),
      }))
    )
    const { runs: rows } = await service.searchRuns({ limit: 2, offset: 0 })
    expect(rows.map(({ due, failed }) => [due, failed])).toEqual([
      [130, 1],
      [130, 1],
    ])
    expect(rows.reduce((all, { reserved }) => all + reserved, 0)).toBe(129)
    expect(await stage.books.balancesOf("platform")).toMatchObject({
      carry: "0",
    })
  })

  it("are sent side by side, each once", async () => {
    const { service } = stage.books
    const news = (
      await Promise.all([service.sendPayouts(), service.sendPayouts()])
    ).flat()
    expect(news).toHaveLength(129)
    expect(new Set(news.map(({ status }) => status))).toEqual(
      new Set(["submitted"])
    )
    const executions = [...stage.rail.executions().values()]
    expect(executions).toHaveLength(129)
    expect(executions.every((count) => count === 1)).toBe(true)
  })

  it("are asked for together, and an answer that is lost leaves the others paid", async () => {
    const { service, db } = stage.books
    const { rows } = await db.query(
      "update payout set next_check_at = now() where status = 'submitted' returning id"
    )
    for (const { id } of rows) {
      stage.rail.finish(id, "paid")
    }
    stage.rail.script.push("error")
    const news = await service.checkSubmitted()
    expect(news).toHaveLength(129)
    const failed = news.filter(({ error }) => error)
    expect(failed).toMatchObject([{ status: "submitted" }])
    expect(news.filter(({ status }) => status === "paid")).toHaveLength(128)
  })

  it("are recorded apart when the record of one is refused, and that one is found paid later", async () => {
    const { service, db } = stage.books
    const sellers = await sellersWith(12, 900n)
    const ids: string[] = []
    for (const seller of sellers) {
      ids.push(await stage.reserve(seller))
    }
    const [bad = "", ...others] = ids
    const allow = await refuse(bad)
    const news = await service.sendPayouts(ids)
    await allow()
    expect(news.filter(({ error }) => error)).toEqual([
      {
        ...{ payout_id: bad, status: "unknown" },
        error: expect.stringContaining("refused"),
      },
    ])
    expect((await stage.payoutRow(bad))?.status).toBe("submitting")
    for (const id of others) {
      expect((await stage.payoutRow(id))?.status).toBe("submitted")
    }
    expect(await service.sendPayouts(ids)).toEqual([])
    await db.query("update payout set lease_until = now() where id = $1", [bad])
    expect(await service.sendPayouts(ids)).toEqual([
      { payout_id: bad, status: "submitted" },
    ])
    expect(ids.map((id) => stage.rail.executions().get(id))).toEqual(
      ids.map(() => 1)
    )
  })
})

describe("many captures at once", () => {
  let books: Stage["books"]

  beforeAll(() => {
    books = stage.books
  })

  /** An order of 104.50 of which 100.01 is captured first; its seller keeps 84.20 of all. */
  const sold = async () => {
    const [seller, order_id] = [books.next("sel"), books.next("order")]
    await books.freeze(order_id, seller)
    const parts = [10001n, 449n].map((amount, n) => ({
      ...{ capture_id: `${order_id}_${n}`, order_id, amount },
    }))
    const parent = { capture_id: `${order_id}_parent`, provider_id: "pp_many" }
    return {
      ...{ seller, parts },
      parent: { ...parent, currency_code: "usd", amount: 10450n },
    }
  }

  it("end where one after another ends, and are posted by one of four who do the same", async () => {
    const orders = await Promise.all(Array.from({ length: 12 }, sold))
    const single = await sold()
    for (const part of single.parts) {
      await books.service.recordCapture(part)
    }
    const many = {
      parents: orders.map(({ parent }) => parent),
      captures: orders.flatMap(({ parts }) => parts),
    }
    const pairs = orders.map(({ parts }) => parts).reverse()
    const turned = { ...many, captures: pairs.flat() }
    const answers = await Promise.all(
      [many, turned, many, turned].map((all) =>
        books.service.recordCaptures(all)
      )
    )
    const posted = answers.flat().filter((one) => one.posted)
    expect(posted).toHaveLength(36)
    expect(new Set(answers.flat().map(({ id }) => id)).size).toBe(36)
    const wanted = await books.balancesOf(single.seller)
    expect(wanted).toEqual({ pending: "8420" })
    for (const { seller } of orders) {
      expect(await books.balancesOf(seller)).toEqual(wanted)
    }
    expect(await books.balancesOf("pp_many")).toEqual({ psp: "-125400" })
  })

  it("are all or none", async () => {
    const [good, known] = [await sold(), await sold()]
    await books.service.recordCaptures({ parents: [], captures: known.parts })
    const wrong = known.parts.map((part) => ({ ...part, amount: 1n }))
    await expect(
      books.service.recordCaptures({
        parents: [good.parent],
        captures: [...good.parts, ...wrong],
      })
    ).rejects.toThrow(/stands in the ledger with -10001 instead of -1/)
    await expect(
      books.service.recordCaptures({
        parents: [],
        captures: [
          ...good.parts,
          { capture_id: "capt_x", order_id: "order_x", amount: 1n },
        ],
      })
    ).rejects.toThrow(/Order order_x has no settlement lines/)
    expect(await books.balancesOf(good.seller)).toEqual({})
  })
})
