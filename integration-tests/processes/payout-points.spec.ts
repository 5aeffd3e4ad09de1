import { fork } from "node:child_process"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { postOrder } from "../payout-crash/post-order"
import { createPayoutDatabase, loadPayoutModule } from "../payout-module"
import { railOptions } from "../payout-rail"
import { PayoutRail } from "../payout-rail/server"
import { CrashPoints, type CrashPoint } from "./crash-points"

jest.setTimeout(120_000)

/** The worker's last write never arrives, or it is committed and nobody hears of it. */
const ends = ["drop", "pass"] as const
type Written = Pick<CrashPoint, "table" | "operation">

const insert = (table: string): Written => ({ table, operation: "insert" })
const update = (table: string): Written => ({ table, operation: "update" })

const payoutPoints: [string, "reserve" | "protocol", Written][] = [
  ["the payout is reserved", "reserve", insert("payout")],
  ["what it settles is kept", "reserve", insert("payout_item")],
  ["it is claimed", "protocol", update("payout")],
  ["its end is posted", "protocol", insert("ledger_transaction")],
  ["the legs are written", "protocol", insert("ledger_entry")],
  ["the balances follow", "protocol", update("ledger_account")],
  ["the event is kept", "protocol", insert("payout_outbox")],
]

const any = ["_"]

const postingPoints: [string, Written, string[]][] = [
  ["the lines are frozen", insert("settlement_line"), any],
  ["a capture is posted", insert("ledger_transaction"), ['"capture"']],
  ["credit is posted", insert("ledger_transaction"), ['"credit"']],
  ["a refund's lines are kept", insert("refund_allocation"), ['"ref_']],
  ["credit goes back", insert("ledger_transaction"), ['"credit_returned"']],
  ["the balances follow", update("ledger_account"), any],
  ["pending money follows", insert("order_earnings"), any],
]

const kinds = [
  ...["capture", "capture_parent", "credit", "credit_returned"],
  ...["refund", "release"],
]

describe("a worker that is killed", () => {
  const rail = new PayoutRail({ instant: true })
  let database: Awaited<ReturnType<typeof createPayoutDatabase>>
  let db: Client
  let crash: CrashPoints
  let service: PayoutModuleService
  let close: () => Promise<void>
  let count = 0

  beforeAll(async () => {
    await rail.start()
    database = await createPayoutDatabase()
    db = new Client({ connectionString: database.clientUrl })
    await db.connect()
    ;({ service, close } = await loadPayoutModule(database.clientUrl, {
      ...railOptions({ url: rail.url }),
      ...{ payoutCallTimeoutSeconds: 5, payoutRetrySeconds: 0.05 },
    }))
    crash = await CrashPoints.install(db)
  })

  afterEach(async () => {
    expect(await service.checkInvariants()).toEqual([])
  })

  afterAll(async () => {
    await close()
    await db.end()
    await rail.stop()
    await database.drop()
  })

  /** Starts a worker, kills it at the point, and ends its last write. */
  async function killAt(
    point: Omit<CrashPoint, "name">,
    args: string[],
    end: (typeof ends)[number]
  ): Promise<void> {
    const name = `point ${count}`
    await crash.arm({ ...point, name, atCommit: end === "pass" })
    const [mode = "", ...rest] = args
    const worker = fork(
      join(__dirname, "../payout-crash/worker.ts"),
      [mode, database.clientUrl, rail.url, ...rest],
      {
        execArgv: ["--import", "tsx"],
        env: { ...process.env, NODE_OPTIONS: "" },
      }
    )
    await crash.reached(name)
    const gone = new Promise((done) => worker.once("exit", done))
    worker.kill("SIGKILL")
    await gone
    await crash[end](name)
  }

  async function payable(): Promise<string> {
    const seller_id = `sel_${(count += 1)}`
    await service.syncPayoutAccount({ seller_id, provider_id: "rail" })
    await service.proposeAdjustment({
      ...{ seller_id, currency_code: "eur", amount: 5000n },
      ...{ reason: "opening balance", created_by: "user_test" },
    })
    return seller_id
  }

  async function payoutOf(seller_id: string) {
    const payouts = await service.listPayouts({ seller_id: [seller_id] })
    expect(payouts.length).toBeLessThanOrEqual(1)
    return payouts[0]
  }

  describe.each(ends)("whose last write ends so: %s", (end) => {
    it.each(payoutPoints)(
      "when %s leaves one payout, paid once",
      async (_, mode, written) => {
        const seller_id = await payable()
        if (mode === "protocol") {
          await service.reserveDuePayouts()
        }
        await killAt({ ...written, row: any }, [mode], end)
        // Whoever comes next: the lease of the dead is over.
        await sleep(50)
        await db.query(
          "update payout set lease_until = now() where lease_until > now()"
        )
        await service.reserveDuePayouts()
        await service.sendPayouts()
        const payout = await payoutOf(seller_id)
        expect(payout).toMatchObject({ status: "paid", amount: "5000" })
        expect(rail.executions().get(payout?.id ?? "")).toBe(1)
        const { rows } = await db.query(
          "select topic from payout_outbox where payload ->> 'id' = $1",
          [payout?.id]
        )
        expect(rows).toEqual([{ topic: "payout.paid" }])
      }
    )

    it.each(postingPoints)(
      "when %s leaves one posting of each kind",
      async (_, written, row) => {
        const number = (count += 1)
        await killAt({ ...written, row }, ["post", String(number)], end)
        await sleep(50)
        await postOrder(service, number)
        const { rows } = await db.query(
          `select kind, count(*)::int as n from ledger_transaction
           where order_id = $1 or reference_id = $2 group by kind order by kind`,
          [`order_${number}`, `capt_${number}`]
        )
        expect(rows).toEqual(kinds.map((kind) => ({ kind, n: 1 })))
        const left = await db.query(
          "select type, balance from ledger_account where owner_id = $1 and balance <> 0",
          [`sel_order_${number}`]
        )
        expect(left.rows).toEqual([])
      }
    )
  })
})
