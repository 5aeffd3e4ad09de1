import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { minorDigits } from "../../../money/scale"
import { platformAccount, sellerAccount } from "../postings/accounts"
import { adjustmentLegs } from "../postings/corrections"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import { currencyKey, lockAccounts } from "./lock-accounts"
import { postOne } from "./post"

export type AdjustmentStatus = "proposed" | "posted" | "refused"

export type NewAdjustment = {
  /** `write_off` gives up what a seller owes, and not more. */
  kind?: "adjustment" | "write_off"
  seller_id: string
  currency_code: string
  /** Minor units; above zero the seller gets it. */
  amount: bigint
  reason: string
  /** The person who asks for it. */
  created_by: string
  order_id?: string | null
}

export type Decision = {
  adjustment_id: string
  accept: boolean
  /** The second person. */
  decided_by: string
}

type AdjustmentRow = {
  id: string
  kind: "adjustment" | "write_off"
  seller_id: string
  order_id: string | null
  currency_code: string
  amount: string
  reason: string
  status: AdjustmentStatus
  created_by: string
}

const insertSql = `
  insert into ledger_adjustment (id, seller_id, order_id, currency_code, amount,
    reason, kind, status, four_eyes, created_by)
  values (?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?)`

const lockSql = `
  select id, kind, seller_id, order_id, currency_code, amount::text as amount,
    reason, status, created_by
  from ledger_adjustment where id = ? for update`

const decideSql = `
  update ledger_adjustment
  set status = ?, decided_by = ?, decided_at = now(), updated_at = now()
  where id = ?`

/**
 * Posts an adjustment at once, or keeps it for a second person when it is large.
 *
 * @param approvalAbove - Major units.
 */
export async function proposeAdjustment(
  context: PayoutContext,
  adjustment: NewAdjustment,
  approvalAbove: number
): Promise<{ id: string; status: AdjustmentStatus }> {
  const { seller_id, currency_code, amount, reason, created_by } = adjustment
  if (amount === 0n || !reason.trim() || !created_by) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "An adjustment needs an amount other than zero, a reason and the person who asks for it"
    )
  }
  const id = generateEntityId(undefined, "ladj")
  const limit =
    BigInt(approvalAbove) * 10n ** BigInt(minorDigits(currency_code))
  const large = (amount < 0n ? -amount : amount) > limit
  await sql(context, insertSql, [
    ...[id, seller_id, adjustment.order_id ?? null, currency_code],
    ...[amount.toString(), reason, adjustment.kind ?? "adjustment"],
    ...[large, created_by],
  ])
  if (!large) {
    await decide(context, id, { status: "posted", by: created_by })
  }
  return { id, status: large ? "proposed" : "posted" }
}

/** @throws MedusaError NOT_FOUND, or NOT_ALLOWED when the proposer decides, or it was decided otherwise. */
export async function decideAdjustment(
  context: PayoutContext,
  { adjustment_id, accept, decided_by }: Decision
): Promise<AdjustmentStatus> {
  const row = await lockAdjustment(context, adjustment_id)
  const status = accept ? "posted" : "refused"
  if (row.status === status) {
    return status
  }
  if (row.status !== "proposed") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Adjustment ${row.id} is ${row.status} already`
    )
  }
  if (!decided_by || (accept && decided_by === row.created_by)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Adjustment ${row.id} needs another person than the one who proposed it`
    )
  }
  await decide(context, adjustment_id, { status, by: decided_by })
  return status
}

async function lockAdjustment(
  context: PayoutContext,
  id: string
): Promise<AdjustmentRow> {
  const [row] = await sql<AdjustmentRow>(context, lockSql, [id])
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no adjustment ${id}`
    )
  }
  return row
}

async function decide(
  context: PayoutContext,
  id: string,
  { status, by }: { status: "posted" | "refused"; by: string }
): Promise<void> {
  const row = await lockAdjustment(context, id)
  await sql(context, decideSql, [status, by, id])
  if (status === "posted") {
    await ensureOwed(context, row)
    await postOne(context, {
      kind: row.kind,
      reference_type: "adjustment",
      reference_id: id,
      currency_code: row.currency_code,
      order_id: row.order_id,
      legs: adjustmentLegs(row.seller_id, BigInt(row.amount)),
      created_by: row.created_by,
      approved_by: by === row.created_by ? null : by,
      note: row.reason,
    })
  }
}

/** A write-off never makes a gift: it ends at zero at most. */
async function ensureOwed(
  context: PayoutContext,
  { id, kind, seller_id, currency_code, amount }: AdjustmentRow
): Promise<void> {
  if (kind !== "write_off") {
    return
  }
  const key = { ...sellerAccount(seller_id, "available"), currency_code }
  const accounts = await lockAccounts(context, [
    key,
    { ...platformAccount("loss"), currency_code },
  ])
  const balance = accounts.get(currencyKey(key))?.balance ?? 0n
  if (BigInt(amount) > -balance) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Write-off ${id} gives up ${amount} minor units, but seller ${seller_id} has ${balance} ${currency_code} available: write off what it owes, or make an adjustment`
    )
  }
}
