import { spawn, type ChildProcessByStdio } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Readable, Writable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { end } from "../../scripts/services/process"
import { railOptions } from "../payout-rail"
import { PayoutRail } from "../payout-rail/server"
import { openDatabase, type Database } from "./database"
import { prepare, type Prepared } from "./infrastructure"
import type { Answer, Order } from "./lock-holder"
import { owed, payees, scarce, type Scene, type Tally } from "./lock-subjects"

const root = join(__dirname, "../..")
const cli = join(root, "node_modules/@medusajs/cli/cli.js")

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** A process that holds locks on order. */
class Holder {
  private readonly child: Child
  private readonly answers: AsyncIterator<string>
  private output = ""

  constructor(provider: string, env: Record<string, string>) {
    this.child = spawn(
      process.execPath,
      [cli, "exec", join(__dirname, "lock-holder.ts"), provider],
      {
        cwd: root,
        env: { ...process.env, NODE_ENV: "development", ...env },
        stdio: ["pipe", "pipe", "pipe"],
      }
    )
    this.child.stderr.on("data", (chunk) => (this.output += String(chunk)))
    this.answers = createInterface({ input: this.child.stdout })[
      Symbol.asyncIterator
    ]()
  }

  async answer(): Promise<Answer> {
    for (;;) {
      const { value, done } = await this.answers.next()
      if (done) {
        throw new Error(`The holder ended:\n${this.output}`)
      }
      if (value.startsWith("@")) {
        return JSON.parse(value.slice(1))
      }
      this.output += `${value}\n`
    }
  }

  async order(order: Order): Promise<Answer["answer"]> {
    return (await this.carryOut(order)).answer
  }

  /** The same, of an order that answers something. */
  async ask<T>(order: Order): Promise<T> {
    const found: T = JSON.parse((await this.carryOut(order)).text ?? "null")
    return found
  }

  private async carryOut(order: Order): Promise<Answer> {
    this.child.stdin.write(`${JSON.stringify(order)}\n`)
    const answer = await this.answer()
    if (answer.answer === "error") {
      throw new Error(answer.text)
    }
    return answer
  }

  kill = () => end(this.child, "SIGKILL")
}

const heldConnectionsSql = `select count(*)::int as held from pg_stat_activity
  where datname = current_database() and state like 'idle in transaction%'`

const kinds = ["redis", "postgres", "none"] as const

/** With `none` every lock is granted: what holds then, rows and constraints hold alone. */
describe.each(kinds)("two processes, locking over %s", (kind) => {
  let database: Database
  let infrastructure: Prepared
  let holders: [Holder, Holder]
  let scene: Scene
  const rail = new PayoutRail({ instant: true, latencyMs: 20 })

  beforeAll(async () => {
    await rail.start()
    database = await openDatabase()
    infrastructure = await prepare(
      kind === "none" ? "memory" : kind,
      database.db
    )
    await database.db.query("create table counter (value int)")
    await database.db.query("insert into counter values (0)")
    const env = {
      ...infrastructure.env,
      MARKETPLACE_MODULES: JSON.stringify(infrastructure.modules),
      DATABASE_URL: database.url,
      MEMCACHED_URL: "",
      // Sweepers run on order here, not by the clock.
      MARKETPLACE_OPTIONS: JSON.stringify({
        sweepPeriodSeconds: 3600,
        ...railOptions({ url: rail.url }),
      }),
    }
    const provider = kind === "none" ? kind : `locking-${kind}`
    const open = async () => {
      const holder = new Holder(provider, env)
      await holder.answer()
      return holder
    }
    // One after the other: of two that make Medusa's defaults in an empty database one fails.
    holders = [await open(), await open()]
    scene = await holders[0].ask<Scene>({ do: "set-scene" })
  }, 300_000)

  afterAll(async () => {
    await Promise.all(holders.map((holder) => holder.kill()))
    await infrastructure.stop()
    await database.drop()
    await rail.stop()
  })

  const both = async (orders: [Order, Order]): Promise<Tally> => {
    const tallies = await Promise.all(
      holders.map((holder, n) => holder.ask<Tally>(orders[n] ?? orders[0]))
    )
    return {
      done: tallies.reduce((sum, { done }) => sum + done, 0),
      refused: tallies.reduce((sum, { refused }) => sum + refused, 0),
      failures: tallies.flatMap(({ failures }) => failures),
    }
  }
  const read = async (sql: string, ...values: unknown[]) =>
    (await database.db.query(sql, values)).rows

  it("splits a cart once", async () => {
    const complete: Order = { do: "complete", carts: [scene.cart], tries: 4 }
    const { failures, ...counted } = await both([complete, complete])
    expect(failures).toEqual([])
    expect(counted.done).toBeGreaterThan(0)
    const placed = `select count(distinct s.id)::int as sets, count(o.id)::int as orders,
      count(distinct c.order_id)::int as linked
      from order_set s join order_set_order o on o.order_set_id = s.id
      join order_cart c on c.cart_id = s.cart_id and c.deleted_at is null
        and c.order_id = o.order_id
      where s.cart_id = $1 and s.status = 'placed'`
    expect(await read(placed, scene.cart)).toEqual([
      { sets: 1, orders: 2, linked: 2 },
    ])
  })

  it("sells what there is, while the seller edits the stock", async () => {
    const { scarceCarts, plentyItem, scarceItem, locationId } = scene
    const [first, second] = holders
    const half = scarceCarts.length / 2
    const quantities = Array.from({ length: 20 }, (_, n) => 900_000 + n)
    const edit = { do: "edit-stock", item: plentyItem } as const
    const tallies = await Promise.all([
      first.ask<Tally>({
        ...{ do: "complete", carts: scarceCarts.slice(0, half), tries: 1 },
      }),
      second
        .ask<Tally>({ ...edit, location: locationId, quantities })
        .then(() =>
          second.ask<Tally>({
            ...{ do: "complete", carts: scarceCarts.slice(half), tries: 1 },
          })
        ),
    ])
    expect(tallies.flatMap(({ failures }) => failures)).toEqual([])
    expect(tallies.reduce((sum, { done }) => sum + done, 0)).toBe(scarce)
    const levels = `select l.stocked_quantity::int as stocked, l.reserved_quantity::int as reserved,
      (select coalesce(sum(r.quantity), 0)::int from reservation_item r
        where r.inventory_item_id = l.inventory_item_id and r.deleted_at is null) as held
      from inventory_level l where l.inventory_item_id = $1 and l.location_id = $2`
    expect(await read(levels, scarceItem, locationId)).toEqual([
      { stocked: scarce, reserved: scarce, held: scarce },
    ])
    const sold = scarce + 1
    expect(await read(levels, plentyItem, locationId)).toEqual([
      { stocked: 900_019, reserved: sold, held: sold },
    ])
  })

  it("decides a request once", async () => {
    const { requests } = scene
    const decide = { do: "decide", requests } as const
    const counted = await both([
      { ...decide, to: "accepted" },
      { ...decide, to: "rejected" },
    ])
    const all = requests.length
    expect(counted).toEqual({ done: all, refused: all, failures: [] })
    const decisions = `select count(*)::int as all, count(distinct request_id)::int as requests,
      count(*) filter (where to_status = 'accepted')::int as accepted
      from request_change where request_id = any($1) and to_status <> 'pending'`
    const [made] = await read(decisions, requests)
    expect(made).toMatchObject({ all, requests: all })
    expect(
      await read("select value from product_tag where deleted_at is null")
    ).toHaveLength(made?.accepted)
  })

  it("changes a rule once from each version", async () => {
    const change = { do: "change-rule", rule: scene.rule } as const
    const names = (of: string) => Array.from({ length: 5 }, (_, n) => of + n)
    const counted = await both([
      { ...change, names: names("a") },
      { ...change, names: names("b") },
    ])
    expect(counted).toEqual({ done: 1, refused: 9, failures: [] })
    const versions = `select r.version, (select count(*)::int from commission_rule_version v
      where v.rule_id = r.id) as kept from commission_rule r where r.id = $1`
    expect(await read(versions, scene.rule)).toEqual([{ version: 2, kept: 2 }])
  })

  it("pays each seller once when a run is due at both", async () => {
    const counted = await both([{ do: "pay" }, { do: "pay" }])
    expect(counted).toEqual({ done: 8, refused: 0, failures: [] })
    const paid = `select count(*)::int as payouts, count(distinct seller_id)::int as sellers,
      sum(amount)::int as amount, sum(attempt)::int as attempts
      from payout where status = 'paid'`
    expect(await read(paid)).toEqual([
      {
        ...{ payouts: payees, sellers: payees, attempts: payees },
        amount: payees * owed,
      },
    ])
    const once = Array.from({ length: payees }, () => 1)
    expect([...rail.executions().values()]).toEqual(once)
    // An operator's run and the schedule's share the work; nobody reserved twice.
    const reserved = `select sum(reserved)::int as reserved, sum(failed)::int as failed
      from payout_run where status = 'done'`
    expect(await read(reserved)).toEqual([{ reserved: payees, failed: 0 }])
    const left = `select type, sum(balance)::int as balance from ledger_account
      where owner_id like 'sel_owed_%' group by type order by type`
    expect(await read(left)).toEqual([
      { type: "available", balance: 0 },
      { type: "in_transit", balance: 0 },
    ])
  })

  // Where every lock is granted this must not pass.
  const lock = kind === "none" ? it.failing : it

  lock(
    "lets one process at a time work, and outlives a dead holder",
    async () => {
      const [first, second] = holders
      await Promise.all(
        holders.map((one) => one.order({ do: "count", key: "row", times: 15 }))
      )
      const { rows } = await database.db.query("select value from counter")
      expect(rows).toEqual([{ value: 30 }])

      const keys = ["b", "a"]
      const take = { do: "acquire", keys, ttl: 60 } as const
      expect(await first.order({ ...take, timeout: 1 })).toBe("done")
      // Who holds locks holds no connection.
      expect(await read(heldConnectionsSql)).toEqual([{ held: 0 }])
      expect(await second.order({ ...take, timeout: 0.3 })).toBe("conflict")
      const waiting = second.order({ ...take, timeout: 5 })
      await first.order({ do: "release" })
      expect(await waiting).toBe("done")
      await second.order({ do: "release" })

      expect(await first.order({ ...take, ttl: 2, timeout: 1 })).toBe("done")
      await first.kill()
      expect(await second.order({ ...take, timeout: 0.3 })).toBe("conflict")
      await sleep(2100)
      if (kind === "postgres") {
        // Medusa 2.21.2 never reclaims an expired row: when this fails, the
        // sweeper `expired-locks` can go.
        expect(await second.order({ ...take, timeout: 0 })).toBe("conflict")
        await second.order({ do: "sweep" })
      }
      expect(await second.order({ ...take, timeout: 0 })).toBe("done")
    }
  )
})
