import { fork, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { createPayoutDatabase, loadPayoutModule } from "../payout-module"
import { railOptions } from "../payout-rail"
import { PayoutRail } from "../payout-rail/server"
import { seededRandom } from "./random"
import { crashSettings } from "./settings"

export type CrashPlan = {
  mode: "protocol" | "naive"
  payouts: number
  /** Each by SIGKILL, between two requests to the rail or in the middle of one. */
  kills: number
  seed: number
  /** Gives up, with the figures so far. */
  deadlineSeconds: number
}

export type CrashFigures = {
  kills: number
  requests: number
  paid_once: number
  paid_twice: number
  never_paid: number
  /** Payouts that our rows do not call paid. */
  open: number
  /** Invariants of the books that do not hold. */
  violations: number
  seconds: number
}

/**
 * Two workers pay everything over a rail that loses 12 % of its answers, fails
 * on 8 %, and forgets keys after 1.5 s, while workers are killed.
 */
export async function payUnderKills(plan: CrashPlan): Promise<CrashFigures> {
  const started = Date.now()
  const random = seededRandom(plan.seed)
  const rail = await new PayoutRail({
    ...{ lostRate: 0.12, errorRate: 0.08, latencyMs: 15 },
    ...{ keyWindowMs: crashSettings.keyWindowSeconds * 1000 },
    ...{ instant: true, random },
  }).start()
  const database = await createPayoutDatabase()
  const db = new Client({ connectionString: database.clientUrl })
  await db.connect()
  const crew = new Crew([plan.mode, database.clientUrl, rail.url])
  try {
    await prepare(plan, database.clientUrl, rail)
    crew.hire(2)
    const kills = await killAlong(plan, { crew, rail, db, random })
    const violations = await countViolations(database.clientUrl)
    return {
      ...{ kills, requests: rail.calls.length, violations },
      ...tally(rail, plan.payouts),
      open: await countOpen(db, plan),
      seconds: Math.round((Date.now() - started) / 1000),
    }
  } finally {
    await crew.dismiss()
    await db.end()
    await rail.stop()
    await database.drop()
  }
}

/** Workers; whoever dies is replaced. */
class Crew {
  private readonly ready: ChildProcess[] = []
  private readonly all = new Set<ChildProcess>()
  private hiring = true

  constructor(private readonly args: string[]) {}

  hire(count: number): void {
    for (let n = 0; n < count; n += 1) {
      const child = fork(join(__dirname, "worker.ts"), this.args, {
        execArgv: ["--import", "tsx"],
        env: { ...process.env, NODE_OPTIONS: "" },
      })
      this.all.add(child)
      child.on("message", () => this.ready.push(child))
      child.on("exit", () => {
        this.all.delete(child)
        this.retire(child)
        if (this.hiring) {
          this.hire(1)
        }
      })
    }
  }

  /** @returns false when nobody is at work. */
  kill(random: () => number): boolean {
    const victim = this.ready[Math.floor(random() * this.ready.length)]
    if (victim) {
      this.retire(victim)
      victim.kill("SIGKILL")
    }
    return Boolean(victim)
  }

  async dismiss(): Promise<void> {
    this.hiring = false
    for (const child of this.all) {
      child.kill("SIGKILL")
    }
    while (this.all.size) {
      await sleep(20)
    }
  }

  private retire(child: ChildProcess): void {
    const at = this.ready.indexOf(child)
    if (at >= 0) {
      this.ready.splice(at, 1)
    }
  }
}

async function prepare(
  { mode, payouts }: CrashPlan,
  clientUrl: string,
  rail: PayoutRail
): Promise<void> {
  const { service, close } = await loadPayoutModule(
    clientUrl,
    railOptions({ url: rail.url })
  )
  try {
    for (let n = 0; n < payouts; n += 1) {
      const seller_id = `sel_${n}`
      await service.syncPayoutAccount({ seller_id, provider_id: "rail" })
      await service.proposeAdjustment({
        ...{ seller_id, currency_code: "eur", amount: 1000n + BigInt(n) },
        ...{ reason: "opening balance", created_by: "user_test" },
      })
    }
    const run = await service.reserveDuePayouts()
    if (run.payout_ids.length !== payouts) {
      throw new Error(`Only ${run.payout_ids.length} payouts were reserved`)
    }
  } finally {
    await close()
  }
  if (mode === "naive") {
    await copyForNaive(clientUrl)
  }
}

/** The control keeps its own rows: the module's tables would refuse what it does. */
async function copyForNaive(clientUrl: string): Promise<void> {
  const db = new Client({ connectionString: clientUrl })
  await db.connect()
  await db.query(
    `create table naive_payout as select id, amount::text as amount,
       false as paid, null::timestamptz as lease_until from payout`
  )
  await db.end()
}

type Scene = {
  crew: Crew
  rail: PayoutRail
  db: Client
  random: () => number
}

/** Kills at every few requests, so that the kills last as long as the work. */
async function killAlong(
  plan: CrashPlan,
  { crew, rail, db, random }: Scene
): Promise<number> {
  const stride = Math.max(1, Math.floor(plan.payouts / plan.kills))
  const deadline = Date.now() + plan.deadlineSeconds * 1000
  let kills = 0
  let killedAt = 0
  let checkedAt = 0
  while (Date.now() < deadline) {
    if (kills < plan.kills && rail.calls.length >= killedAt + stride) {
      await sleep(random() * 30)
      if (crew.kill(random)) {
        kills += 1
        killedAt = rail.calls.length
      }
    }
    if (Date.now() > checkedAt + 500) {
      checkedAt = Date.now()
      if (!(await countOpen(db, plan))) {
        return kills
      }
    }
    await sleep(1)
  }
  return kills
}

async function countOpen(db: Client, { mode }: CrashPlan): Promise<number> {
  const { rows } = await db.query(
    mode === "naive"
      ? "select count(*)::int as n from naive_payout where not paid"
      : "select count(*)::int as n from payout where status <> 'paid'"
  )
  return rows[0].n
}

async function countViolations(clientUrl: string): Promise<number> {
  const { service, close } = await loadPayoutModule(clientUrl)
  try {
    return (await service.checkInvariants()).length
  } finally {
    await close()
  }
}

function tally(rail: PayoutRail, payouts: number) {
  const counts = [...rail.executions().values()]
  return {
    paid_once: counts.filter((count) => count === 1).length,
    paid_twice: counts.filter((count) => count > 1).length,
    never_paid: payouts - counts.length,
  }
}
