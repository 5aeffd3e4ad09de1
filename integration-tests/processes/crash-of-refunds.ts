import { setTimeout as sleep } from "node:timers/promises"
import type { AxiosInstance } from "axios"
import type { CrashPoints } from "./crash-points"
import { passTime } from "./pass-time"
import type { Server } from "./server"
import type { Cart, Shop } from "./shop"
import type { Stage } from "./stage"

type Where = { stage: Stage; shop: Shop; crashPoints: CrashPoints }

/** One captured order of a placed cart whose refund of 1.00 is stopped. */
type Refund = {
  name: string
  cart: Cart
  paymentId: string
  orderId: string
  /** Where it stops: at a write, or in the call of the acquirer. */
  write?: { table: string; operation: "insert"; row: string[] }
  acquirer?: "lost" | "done"
}

/** Every boundary of a refund: before its row, in the call and after it, before it is booked on the order. */
export async function refundsOf(
  { db }: Stage,
  carts: Cart[]
): Promise<Refund[]> {
  const refunds: Refund[] = []
  for (const cart of carts.slice(0, 4)) {
    const { rows } = await db.query<{ payment_id: string; order_id: string }>(
      `select share.payment_id, share.order_id from order_set_order share
       join order_set s on s.id = share.order_set_id
       where s.cart_id = $1 and s.status = 'placed' order by share.order_id`,
      [cart.id]
    )
    const paymentId = rows[0]?.payment_id ?? ""
    const orderId = rows[0]?.order_id ?? ""
    refunds.push({ name: "", cart, paymentId, orderId })
  }
  return refunds.map((one, n) => ({ ...one, ...pointOf(one, n) }))
}

function pointOf({ paymentId, orderId }: Refund, n: number): Partial<Refund> {
  const insert = (table: string, ...row: string[]) => ({
    ...{ table, row },
    operation: "insert" as const,
  })
  const points: Partial<Refund>[] = [
    { name: "refund-row", write: insert("refund", paymentId) },
    { name: "refund-call", acquirer: "lost" },
    { name: "refund-call-done", acquirer: "done" },
    {
      name: "refund-booked",
      write: insert("order_transaction", orderId, `"reference": "refund"`),
    },
  ]
  return points[n] ?? {}
}

const refund = (api: AxiosInstance, { world }: Shop, id: string) =>
  api.post(`/admin/payments/${id}/refund`, { amount: 1 }, world.admin)

/** Brings every refund to its point on one server, and kills it. */
export async function stopRefunds(
  { stage, shop, crashPoints }: Where,
  victim: Server,
  refunds: Refund[]
): Promise<void> {
  const { acquirer } = stage
  for (const one of refunds) {
    if (one.write) {
      await crashPoints.arm({ name: one.name, ...one.write })
    } else {
      const behaviour = one.acquirer === "lost" ? "hang" : "stall"
      acquirer.next("refund", behaviour, one.cart.paymentId)
    }
    // The answer never comes: the server is killed.
    void refund(victim.api, shop, one.paymentId).catch(() => undefined)
  }
  const writes = refunds.filter(({ write }) => write)
  for (const { name } of writes) {
    await crashPoints.reached(name)
  }
  for (
    const until = Date.now() + 20_000;
    acquirer.hanging < refunds.length - writes.length;
  ) {
    if (Date.now() > until) {
      throw new Error(`Only ${acquirer.hanging} refunds hang`)
    }
    await sleep(5)
  }
  await victim.kill()
  acquirer.release(true)
  for (const { name } of writes) {
    await crashPoints.drop(name)
  }
  await passTime(stage)
}

/** Once the sweepers ran, a refund that nobody finished is not there at all: it can be asked for again. */
export async function finishRefunds(
  { stage, shop }: Where,
  survivor: Server,
  refunds: Refund[]
): Promise<Record<string, unknown>> {
  await untilQuiet(stage, refunds)
  for (const one of refunds) {
    if ((await figuresOf(stage, one)).rows === 0) {
      const { status, data } = await refund(survivor.api, shop, one.paymentId)
      if (status !== 200) {
        return { [one.name]: data }
      }
    }
  }
  await untilQuiet(stage, refunds)
  const figures: Record<string, unknown> = {}
  for (const one of refunds) {
    figures[one.name] = await figuresOf(stage, one)
  }
  return figures
}

/** Of one refund: rows, what the acquirer gave back, and what is on the order and in the books. */
async function figuresOf(
  { db, acquirer }: Stage,
  { paymentId, orderId, cart }: Refund
) {
  const { rows } = await db.query<
    Record<"rows" | "onOrder" | "posted", number>
  >(
    `select
       (select count(*)::int from refund where payment_id = $1 and deleted_at is null) as rows,
       (select count(*)::int from order_transaction where order_id = $2
         and reference = 'refund' and deleted_at is null) as "onOrder",
       (select count(*)::int from ledger_transaction where order_id = $2
         and kind = 'refund') as posted`,
    [paymentId, orderId]
  )
  const [row] = rows
  return {
    ...{ rows: row?.rows, onOrder: row?.onOrder, posted: row?.posted },
    givenBack: acquirer.find(cart.paymentId).refunded / 1000,
  }
}

export const refundedOnce = { rows: 1, onOrder: 1, posted: 1, givenBack: 1 }

/** Either all of it or nothing, for each of them; what is still in between after a minute is for the spec to show. */
async function untilQuiet(stage: Stage, refunds: Refund[]): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const all = await Promise.all(
      refunds.map(async (one) => Object.values(await figuresOf(stage, one)))
    )
    if (all.every((figures) => new Set(figures).size === 1)) {
      return
    }
    await sleep(300)
  }
}
