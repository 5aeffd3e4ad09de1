import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Liability } from "../../../options"
import { capturedOf } from "../ledger/order-money"
import { recordDispute } from "../ledger/record-refund"
import { readSettledOrder } from "../ledger/settlement-rows"
import { writeOutbox } from "../payouts/outbox"
import type { PayoutContext } from "../transaction"
import { lockOrders, sql } from "../transaction"
import type { DisputeStatus } from "../types"
import type { Found, Page } from "./pages"
import { anyOf, readPage, within } from "./pages"

/** Minor units as decimal text. */
export type DisputeLine = {
  id: string
  order_id: string
  seller_id: string | null
  currency_code: string
  amount: string
  fee: string
  status: DisputeStatus
  provider_id: string
  provider_ref: string
  liability: Liability
  reason: string
  created_by: string
  fee_by: string | null
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
}

export type NewDispute = {
  order_id: string
  /** The payment service that took the money, and its own name for the dispute. */
  provider_id: string
  provider_ref: string
  /** Minor units. */
  amount: bigint
  reason: string
  created_by: string
}

export type DisputeFee = {
  dispute_id: string
  /** Minor units. */
  amount: bigint
  charged_by: string
}

export type DisputeOutcome = {
  dispute_id: string
  status: "won" | "lost"
  decided_by: string
}

export type DisputeSearch = Page & {
  ids?: string[]
  order_ids?: string[]
  seller_ids?: string[]
  statuses?: string[]
  from?: Date
  to?: Date
}

const select = `id, order_id, seller_id, currency_code, amount::text as amount,
  fee::text as fee, status, provider_id, provider_ref, liability, reason, created_by,
  fee_by, decided_by, decided_at, created_at`

const insertSql = `
  insert into dispute (id, order_id, seller_id, currency_code, amount,
    provider_id, provider_ref, liability, reason, created_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do nothing returning id`

/**
 * A payment service took an order's money: it leaves the books at once.
 *
 * @throws MedusaError NOT_FOUND without settlement lines, INVALID_DATA above what was captured, DUPLICATE_ERROR for a known reference.
 */
export async function openDispute(
  context: PayoutContext,
  dispute: NewDispute,
  liability: Liability
): Promise<string> {
  const { order_id, provider_id, provider_ref, amount } = dispute
  await lockOrders(context, [order_id])
  const { seller_id, currency_code } = await readSettledOrder(context, order_id)
  const captured = await capturedOf(context, order_id)
  if (amount <= 0n || amount > captured) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `amount: a dispute takes more than zero and at most what was captured of order ${order_id}, ${captured} minor units`
    )
  }
  const id = generateEntityId(undefined, "dsp")
  const inserted = await sql(context, insertSql, [
    ...[id, order_id, seller_id, currency_code, amount.toString()],
    ...[provider_id, provider_ref, liability],
    ...[dispute.reason, dispute.created_by],
  ])
  if (!inserted.length) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `provider_ref: ${provider_id} has a dispute ${provider_ref} already`
    )
  }
  await recordDispute(
    context,
    {
      ...{ dispute_id: id, event: "opened", order_id, provider_id, amount },
      ...{ created_by: dispute.created_by, note: dispute.reason },
    },
    liability
  )
  await announce(context, { id, seller_id, order_id }, "opened")
  return id
}

/** What the service charges for the dispute, once. */
export async function chargeDisputeFee(
  context: PayoutContext,
  { dispute_id, amount, charged_by }: DisputeFee
): Promise<void> {
  const row = await lockDispute(context, dispute_id)
  if (amount <= 0n || row.fee !== "0") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Dispute ${dispute_id} takes one fee above zero, and has ${row.fee} minor units`
    )
  }
  await sql(
    context,
    "update dispute set fee = ?, fee_by = ?, updated_at = now() where id = ?",
    [amount.toString(), charged_by, dispute_id]
  )
  const { order_id, provider_id } = row
  await recordDispute(
    context,
    {
      ...{ dispute_id, event: "fee", order_id, provider_id, amount },
      ...{ created_by: charged_by, note: row.reason },
    },
    row.liability
  )
}

/** Won: the money is back. Lost: it is gone since the dispute was opened. */
export async function closeDispute(
  context: PayoutContext,
  { dispute_id, status, decided_by }: DisputeOutcome
): Promise<void> {
  const row = await lockDispute(context, dispute_id)
  if (row.status === status) {
    return
  }
  if (row.status !== "opened") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Dispute ${dispute_id} is ${row.status} already`
    )
  }
  await sql(
    context,
    `update dispute set status = ?, decided_by = ?, decided_at = now(),
      updated_at = now() where id = ?`,
    [status, decided_by, dispute_id]
  )
  const { order_id, provider_id, seller_id } = row
  if (status === "won") {
    await recordDispute(
      context,
      {
        ...{ dispute_id, event: "won", order_id, provider_id },
        ...{ created_by: decided_by, note: row.reason },
        amount: BigInt(row.amount),
      },
      row.liability
    )
  }
  await announce(context, { id: dispute_id, seller_id, order_id }, status)
}

/** Newest first. */
export async function searchDisputes(
  context: PayoutContext,
  search: DisputeSearch
): Promise<Found<DisputeLine>> {
  return await readPage<DisputeLine>(context, {
    ...{ select, from: "dispute" },
    ...{ limit: search.limit, offset: search.offset },
    conditions: [
      [anyOf("id"), search.ids],
      [anyOf("order_id"), search.order_ids],
      [anyOf("seller_id"), search.seller_ids],
      [anyOf("status"), search.statuses],
      ...within("created_at", search),
    ],
    order: "created_at desc, id desc",
  })
}

/** Its order's lock first, as everywhere; the order of a dispute never changes. */
async function lockDispute(
  context: PayoutContext,
  id: string
): Promise<DisputeLine> {
  const seen = await readDispute(context, id)
  await lockOrders(context, [seen.order_id])
  return await readDispute(context, id)
}

/** @throws MedusaError NOT_FOUND */
async function readDispute(
  context: PayoutContext,
  id: string
): Promise<DisputeLine> {
  const [row] = await sql<DisputeLine>(
    context,
    `select ${select} from dispute where id = ?`,
    [id]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no dispute ${id}`
    )
  }
  return row
}

async function announce(
  context: PayoutContext,
  payload: { id: string; seller_id: string | null; order_id: string },
  status: DisputeStatus
): Promise<void> {
  await writeOutbox(context, [
    {
      topic: `dispute.${status}`,
      dedupe_key: `${payload.id}:${status}`,
      payload,
    },
  ])
}
