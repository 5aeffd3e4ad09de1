import type { Client } from "pg"
import { rowEvent, undocumented, type Emitted } from "../documented-events"
import { brokenLaws, readBooks } from "../processes/books"
import { redisCommand } from "../processes/infrastructure"
import type { Filled, Opened } from "./opened-shop"

/** What is left to be done; empty once the sweepers have done their work. */
export async function unfinished(
  { stage }: Opened,
  carts: Filled[]
): Promise<Record<string, unknown>> {
  const left: Record<string, unknown> = {}
  for (const { cart, total } of carts) {
    const books = await readBooks(stage, cart)
    const isFull =
      books.status === "placed" &&
      books.announced &&
      books.orders === 2 &&
      books.paid === 2 &&
      books.shares === total
    if (!isFull) {
      left[cart.email] = books
    }
  }
  const waiting = {
    notices: `select count(*)::int as n from notice where status in ('pending', 'held')`,
    payouts: `select count(*)::int as n from payout where status not in ('paid', 'failed')`,
    outbox: `select count(*)::int as n from payout_outbox where done_at is null`,
    "orders without a notice": `select count(*)::int as n from order_set s
      where status = 'placed' and not exists (select from notice
        where event = 'order_set.placed' and resource_id = s.id)`,
    "captures that are not in the books": `select count(*)::int as n from capture c
      join payment p on p.id = c.payment_id join order_set_order o on o.payment_id = p.id
      where not exists (select from ledger_transaction t where t.order_id = o.order_id and t.kind = 'capture')`,
  }
  for (const [name, sql] of Object.entries(waiting)) {
    const n = await count(stage.db, sql)
    if (n) {
      left[name] = n
    }
  }
  return left
}

/** Everything that happened twice, or that nobody may find; each must be empty or 0. */
export async function faults(
  { stage, rail, shop }: Opened,
  {
    api,
    carts,
    refunded,
  }: {
    api: Opened["stage"]["api"]
    carts: Filled[]
    /** Payments whose refund was answered with success. */
    refunded: string[]
  }
) {
  const { db, acquirer } = stage
  const { data } = await api.get("/admin/marketplace/health", shop.world.admin)
  const checks: { name: string; count: number | null }[] = data.health.checks
  const twice = [...rail.executions().values()].filter((n) => n > 1).length
  const wrongMoney: Record<string, unknown> = {}
  for (const { cart, total } of carts) {
    const { captured } = await readBooks(stage, cart)
    const given = await count(
      db,
      `select coalesce(sum(r.amount), 0)::float as n from refund r
       join order_set_order o on o.payment_id = r.payment_id
       join order_set s on s.id = o.order_set_id where s.cart_id = '${cart.id}'`
    )
    if (Math.abs(captured + given - total) > 0.001) {
      wrongMoney[cart.email] = { captured, given, total }
    }
  }
  const refunds = await db.query<{ payment_id: string; n: number }>(
    "select payment_id, count(*)::int as n from refund r join order_set_order o using (payment_id) group by payment_id"
  )
  return {
    laws: await brokenLaws(db),
    checks: checks.filter((check) => check.count !== 0),
    wrongMoney,
    capturedTwice: [...carts].filter(
      ({ cart }) =>
        acquirer.calls.filter(
          ({ op, payment, outcome }) =>
            op === "capture" && payment === cart.paymentId && outcome === "done"
        ).length > 1
    ).length,
    refundsLost: refunded.filter(
      (id) => !refunds.rows.some(({ payment_id }) => payment_id === id)
    ),
    refundsDoubled: refunds.rows.filter(({ n }) => n > 1),
    payoutsTwice: twice,
    payoutsNotAtRail: await count(
      db,
      `select count(*)::int as n from payout where status = 'paid' and not id = any ('{${[...rail.executions().keys()].join(",")}}')`
    ),
    noticesOfOneThingTwice: await count(
      db,
      `select count(*)::int as n from (select from notice where deleted_at is null group by key having count(*) > 1) x`
    ),
    noticesNotSent: await count(
      db,
      "select count(*)::int as n from notice where status not in ('sent', 'skipped')"
    ),
    undocumented: undocumented(await emittedOver(stage.redisUrl)),
  }
}

/** What went over the Redis event bus and has listeners: its jobs stay there. */
export async function emittedOver(redisUrl = ""): Promise<Emitted[]> {
  const text = await redisCommand(
    redisUrl,
    `EVAL "local all = {} for _, key in ipairs(redis.call('keys', '*:events-queue:*')) do if redis.call('type', key).ok == 'hash' and redis.call('hexists', key, 'data') == 1 then table.insert(all, cjson.encode(redis.call('hmget', key, 'name', 'data'))) end end return '[' .. table.concat(all, ',') .. ']'" 0`
  )
  const jobs: [string, string][] = JSON.parse(
    text.slice(text.indexOf("["), text.lastIndexOf("]") + 1)
  )
  return jobs.map(([name, data]) => ({ name, data: JSON.parse(data).data }))
}

/** Events with one and the same payload that came more than once; what only says that a row or an account changed may. */
export function repeated(emitted: Emitted[]): string[] {
  const counts = new Map<string, number>()
  for (const { name, data } of emitted) {
    if (rowEvent.test(name) || name.startsWith("payout_account.")) {
      continue
    }
    const text = `${name} ${JSON.stringify(data)}`
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, n]) => n > 1)
    .map(([text, n]) => `${n}× ${text}`)
}

export async function count(db: Client, sql: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(sql)
  return rows[0]?.n ?? 0
}
