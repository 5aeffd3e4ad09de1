import { generateEntityId } from "@medusajs/framework/utils"
import { releaseLegs, reserveLegs } from "../postings/sales"
import type { PayoutContext } from "../transaction"
import { lockOrders, sql } from "../transaction"
import type { Posted, Posting } from "../types"
import { findStandingPosting, leftOf } from "./order-money"
import { postAll, postOne } from "./post"
import { readSettledOrder } from "./settlement-rows"

export type EarningsRelease = {
  order_id: string
  /** Which release of the order it is: the same part is released once. */
  part: string
  /** Minor units; without it all that is pending of the order. */
  amount?: bigint
  /** Basis points of the released amount that are kept back for a while. */
  reserveBasisPoints?: number
  /** Days until that is free. */
  reserveDays?: number
  /** The operator who did not want to wait, and why. */
  created_by?: string
  note?: string
}

const insertReserveSql = `
  insert into earnings_reserve (id, order_id, part, seller_id, currency_code,
    amount, free_at)
  values (?, ?, ?, ?, ?, ?, now() + make_interval(days => ?))`

const freeReserveSql = `
  update earnings_reserve set freed_at = now(), updated_at = now()
  where order_id = ? and part = ? and freed_at is null`

/** @returns nothing when the order has nothing pending. */
export async function releaseEarnings(
  context: PayoutContext,
  release: EarningsRelease
): Promise<Posted | undefined> {
  const { order_id, part, amount, reserveBasisPoints = 0 } = release
  await lockOrders(context, [order_id])
  const standing = await findStandingPosting(
    context,
    { kind: "release", ...referenceOf(release) },
    { account: "available" }
  )
  if (standing) {
    return standing
  }
  const { seller_id, currency_code } = await readSettledOrder(context, order_id)
  const left = await leftOf(context, order_id, "pending")
  const released = amount !== undefined && amount < left ? amount : left
  if (!seller_id || released <= 0n) {
    return undefined
  }
  const held = (released * BigInt(reserveBasisPoints)) / 10_000n
  if (held > 0n) {
    await sql(context, insertReserveSql, [
      ...[generateEntityId(undefined, "ersv"), order_id, part],
      ...[seller_id, currency_code, held.toString(), release.reserveDays ?? 0],
    ])
  }
  const [posted] = await postAll(
    context,
    postingsOf(release, { seller_id, currency_code, released, held })
  )
  return posted
}

/** @returns nothing when that release kept nothing back. */
export async function freeReserve(
  context: PayoutContext,
  release: Pick<EarningsRelease, "order_id" | "part">
): Promise<Posted | undefined> {
  const { order_id, part } = release
  await lockOrders(context, [order_id])
  const key = referenceOf(release)
  const { seller_id, currency_code } = await readSettledOrder(context, order_id)
  const hold = await findStandingPosting(
    context,
    { ...key, kind: "reserve_hold" },
    { account: "reserved" }
  )
  if (!seller_id || !hold) {
    return undefined
  }
  await sql(context, freeReserveSql, [order_id, part])
  return await postOne(context, {
    ...key,
    ...{ kind: "reserve_free", currency_code, order_id },
    legs: reserveLegs(seller_id, -hold.amount),
  })
}

function referenceOf({ order_id, part }: { order_id: string; part: string }) {
  return { reference_type: "order", reference_id: order_id, part }
}

function postingsOf(
  release: EarningsRelease,
  of: {
    seller_id: string
    currency_code: string
    released: bigint
    held: bigint
  }
): Posting[] {
  const { created_by, note, order_id } = release
  const base = {
    ...referenceOf(release),
    ...{ order_id, currency_code: of.currency_code, created_by, note },
  }
  const released: Posting = {
    ...base,
    kind: "release",
    legs: releaseLegs(of.seller_id, of.released),
  }
  const held: Posting = {
    ...base,
    kind: "reserve_hold",
    legs: reserveLegs(of.seller_id, of.held),
  }
  return of.held > 0n ? [released, held] : [released]
}
