import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Acquirer } from "./acquirer/server"
import type { Market, PlacedOrder, PlacedSet } from "./order-sets"
import { expectSoundBooks } from "./sound-books"

/** Every row that holds an order's state and money, and what the admin is shown of it. */
export async function orderRows(market: Market, order: PlacedOrder) {
  const db = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const rows: Record<string, unknown> = {}
  const add = async (table: string, where: string, id: string) => {
    const found = await db.raw(
      `select to_jsonb(t) as row from ${table} t where ${where} order by t.id`,
      [id]
    )
    rows[table] = found.rows
  }
  await add(`"order"`, "t.id = ?", order.id)
  for (const table of [
    "order_summary",
    "order_transaction",
    "order_change",
    "order_item",
    "order_credit_line",
    "order_shipping",
  ]) {
    await add(table, "t.order_id = ?", order.id)
  }
  const collection = order.payment_collection_id
  await add("payment_collection", "t.id = ?", collection)
  await add("payment_session", "t.payment_collection_id = ?", collection)
  await add("payment", "t.payment_collection_id = ?", collection)
  await add("capture", "t.payment_id = ?", order.payment_id)
  await add("refund", "t.payment_id = ?", order.payment_id)
  const { data } = await market.api.get(
    `/admin/orders/${order.id}?fields=*payment_collections.payments,*payment_collections.payments.refunds`,
    market.admin
  )
  return { rows, shown: data.order }
}

/** What an operator sees of an order's money; amounts in major units. */
export async function moneyOf(market: Market, order: { id: string }) {
  const { data } = await market.api.get(
    `/admin/orders/${order.id}?fields=status,payment_status,total,summary,*transactions`,
    market.admin
  )
  const { status, payment_status, summary, transactions } = data.order
  return {
    status,
    payment_status,
    paid: round(summary.paid_total - summary.refunded_total),
    refunded: round(summary.refunded_total),
    pending: round(summary.pending_difference),
    transactions: (transactions ?? [])
      .map((one: { amount: number }) => round(one.amount))
      .sort((a: number, b: number) => b - a),
  }
}

export const round = (amount: number) => Math.round(amount * 100) / 100 + 0

type Share = {
  id: string
  amount: number
  captured: number
  refunded: number
  canceled_at: Date | null
}

/**
 * The set adds up: the shares are the buyer's payment, its rows say what the
 * acquirer did, the acquirer holds exactly what the orders are still worth, and
 * all of it is in the books.
 */
export async function expectBalanced(
  market: Market,
  set: PlacedSet,
  acquirer: Acquirer
): Promise<void> {
  const db = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const money = `p.id, p.amount::float, p.canceled_at, p.captured_at,
    (select coalesce(sum(amount), 0) from capture where payment_id = p.id)::float as captured,
    (select coalesce(sum(amount), 0) from refund where payment_id = p.id)::float as refunded`
  const { rows } = await db.raw(
    `select ${money} from payment p where p.id = ?`,
    [set.payment_id]
  )
  const parent = rows[0]
  const shares: Share[] = (
    await db.raw(
      `select ${money} from payment p where p.data ->> 'parent_payment_id' = ?`,
      [set.payment_id]
    )
  ).rows
  const real = acquirer.find(set.acquirer_id)
  const isCaptured = real.status === "captured"
  expect(round(total(shares.map((share) => share.amount)))).toBe(
    round(parent.amount)
  )
  expect({
    captured: round(parent.captured),
    refunded: round(parent.refunded),
    isCaptured: !!parent.captured_at,
    isCanceled: !!parent.canceled_at,
  }).toEqual({
    captured: isCaptured ? round(parent.amount) : 0,
    refunded: round(real.refunded / 1000),
    isCaptured,
    isCanceled: real.status === "canceled",
  })
  const worth = shares.map(({ amount, captured, refunded, canceled_at }) =>
    captured || canceled_at ? captured - refunded : amount
  )
  expect(round(acquirer.balance(set.acquirer_id))).toBe(
    isCaptured ? round(total(worth)) : 0
  )
  await expectSoundBooks(market.container)
}

const total = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)

/** Runs an action and expects the given siblings to be the same to the last byte. */
export async function leaving<T>(
  market: Market,
  siblings: PlacedOrder[],
  action: () => Promise<T>
): Promise<T> {
  const before = await Promise.all(
    siblings.map((one) => orderRows(market, one))
  )
  const result = await action()
  const after = await Promise.all(siblings.map((one) => orderRows(market, one)))
  expect(after).toEqual(before)
  return result
}
