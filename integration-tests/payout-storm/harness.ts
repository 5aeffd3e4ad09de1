import { fork, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { seededRandom } from "../payout-crash/random"
import { loadPayoutModule } from "../payout-module"
import { railOptions } from "../payout-rail"
import { PayoutRail } from "../payout-rail/server"
import { orderOf, sellers } from "./deeds"

export type StormFigures = {
  seconds: number
  /** Backends that were terminated, or whole servers that were stopped. */
  blows: number
  orders: number
  payouts: number
  paid_twice: number
  never_paid: number
  /** What was acknowledged and is not there, or is there twice. */
  lost: number
  violations: number
}

/** Workers that are told where the database is, and what they acknowledged. */
export class StormCrew {
  readonly acknowledged = new Map<number, number>()
  private readonly children = new Set<ChildProcess>()

  constructor(private readonly railUrl: string) {}

  async hire(clientUrl: string, workers: number): Promise<void> {
    const ready = Array.from({ length: workers }, (_, worker) => {
      const first = (this.acknowledged.get(worker) ?? 0) + 1
      const child = fork(
        join(__dirname, "worker.ts"),
        [clientUrl, this.railUrl, String(worker), String(first)],
        {
          execArgv: ["--import", "tsx"],
          env: { ...process.env, NODE_OPTIONS: "" },
        }
      )
      this.children.add(child)
      child.on("exit", () => this.children.delete(child))
      return new Promise<void>((done, fail) => {
        child.on("exit", () => fail(new Error("A worker ended")))
        child.on("message", (said: { ready?: number; done?: number }) => {
          if (said.ready !== undefined) {
            done()
          }
          if (said.done !== undefined) {
            this.acknowledged.set(worker, said.done)
          }
        })
      })
    })
    await Promise.all(ready)
  }

  async dismiss(): Promise<void> {
    for (const child of this.children) {
      child.kill("SIGKILL")
    }
    while (this.children.size) {
      await sleep(20)
    }
  }
}

/** A rail that loses some answers and fails sometimes. */
export async function stormRail(seed: number): Promise<PayoutRail> {
  return await new PayoutRail({
    ...{ lostRate: 0.05, errorRate: 0.05, instant: true },
    random: seededRandom(seed),
  }).start()
}

const options = (rail: PayoutRail) => ({
  ...railOptions({ url: rail.url, keyWindowSeconds: 30 }),
  ...{ payoutCallTimeoutSeconds: 0.5, payoutRetrySeconds: 0.05 },
})

export async function openAccounts(
  clientUrl: string,
  rail: PayoutRail
): Promise<void> {
  const { service, close } = await loadPayoutModule(clientUrl, options(rail))
  for (const seller_id of sellers) {
    await service.syncPayoutAccount({ seller_id, provider_id: "rail" })
  }
  await close()
}

/** Terminates a random backend of the database, again and again. @returns how many. */
export async function terminateBackends(
  clientUrl: string,
  { everyMs, seconds }: { everyMs: number; seconds: number }
): Promise<number> {
  const db = new Client({ connectionString: clientUrl })
  await db.connect()
  const until = Date.now() + seconds * 1000
  let terminated = 0
  while (Date.now() < until) {
    const { rowCount } = await db.query(
      `select pg_terminate_backend(pid) from (
         select pid from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
         order by random() limit 1) victim`
    )
    terminated += rowCount ?? 0
    await sleep(everyMs)
  }
  await db.end()
  return terminated
}

/** Pays what is left, then compares the books with what was acknowledged. */
export async function reckon(
  clientUrl: string,
  { crew, rail }: { crew: StormCrew; rail: PayoutRail }
): Promise<Omit<StormFigures, "seconds" | "blows">> {
  const { service, close } = await loadPayoutModule(clientUrl, options(rail))
  const db = new Client({ connectionString: clientUrl })
  await db.connect()
  const count = async (sql: string) => (await db.query(sql)).rows[0].n as number
  const openSql = `select count(*)::int as n from payout
    where status in ('reserved', 'submitting', 'unknown', 'submitted')`
  const deadline = Date.now() + 60_000
  while ((await count(openSql)) && Date.now() < deadline) {
    await service.sendNextPayout()
    await sleep(5)
  }
  const lost = await countLost(db, crew)
  const executions = rail.executions()
  const { rows } = await db.query("select id from payout where status = 'paid'")
  const figures = {
    orders: await count(
      "select count(distinct order_id)::int as n from settlement_line"
    ),
    payouts: rows.length,
    paid_twice: [...executions.values()].filter((times) => times > 1).length,
    never_paid: rows.filter(({ id }) => !executions.get(id)).length,
    lost: lost + (await count(openSql)),
    violations: (await service.checkInvariants()).length,
  }
  await db.end()
  await close()
  return figures
}

/** Of each acknowledged order every posting, of the very amount, once. */
async function countLost(db: Client, crew: StormCrew): Promise<number> {
  const { rows } = await db.query<{ key: string; sum: string; n: string }>(
    `select t.order_id || ':' || t.kind as key, count(distinct t.id) as n,
       sum(abs(e.amount)) / 2 as sum
     from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
     where t.kind in ('capture', 'refund') group by 1`
  )
  const posted = new Map(
    rows.map(({ key, sum, n }) => [key, `${n}x${Number(sum)}`])
  )
  let lost = 0
  for (const [worker, last] of crew.acknowledged) {
    for (let n = 1; n <= last; n += 1) {
      const { capture, refund } = orderOf(worker, n)
      const wanted = [
        [`${capture.order_id}:capture`, `1x${capture.amount}`],
        ...(refund
          ? [[`${refund.order_id}:refund`, `1x${refund.amount}`]]
          : []),
      ]
      lost += wanted.filter(
        ([key, value]) => posted.get(key ?? "") !== value
      ).length
    }
  }
  return lost
}
