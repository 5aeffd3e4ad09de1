import { lockAccounts } from "../ledger/lock-accounts"
import { postAll } from "../ledger/post"
import { pspAccount, sellerAccount } from "../postings/accounts"
import {
  payoutFailedLegs,
  payoutPaidLegs,
  payoutReturnedLegs,
} from "../postings/payouts"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { Posting } from "../types"
import { writeOutbox } from "./outbox"
import type { PayoutRow } from "./payout-rows"
import { readPayout } from "./payout-rows"
import type { PayoutStatus } from "./transitions"
import { canBecome } from "./transitions"

export type Settlement = {
  payout_id: string
  status: "submitted" | "unknown" | "paid" | "failed" | "returned"
  provider_ref?: string | null
  reason?: string | null
  /** The claim that found out: once somebody else claimed it, this changes nothing. */
  attempt?: number
  /** For `submitted` and `unknown`: when to ask the provider (again). */
  checkInSeconds?: number
  /** The operator who says so. */
  settled_by?: string | null
}

const updateSql = `
  update payout
  set status = ?, provider_ref = coalesce(?, provider_ref),
    reason = coalesce(?, reason), settled_by = coalesce(?, settled_by),
    paid_at = case when ? = 'paid' then now() else paid_at end,
    lease_until = null, updated_at = now(),
    next_check_at = now() + make_interval(secs => ?)
  where id = ? and status = ?`

/**
 * Records what became of a payout: status, posting and event together.
 *
 * @returns whether it changed anything; late, repeated and overtaken news do not.
 */
export async function settlePayout(
  context: PayoutContext,
  settlement: Settlement
): Promise<boolean> {
  const { payout_id, attempt } = settlement
  const seen = await readPayout(context, payout_id)
  // Accounts before the payout's row, as everywhere.
  const { currency_code } = seen
  const accounts = await lockAccounts(context, [
    { ...sellerAccount(seen.seller_id, "available"), currency_code },
    { ...sellerAccount(seen.seller_id, "in_transit"), currency_code },
    { ...pspAccount(seen.provider_id), currency_code },
  ])
  const payout = await readPayout(context, payout_id, "for update")
  const overtaken = attempt !== undefined && attempt !== payout.attempt
  const steps = overtaken ? [] : stepsTo(payout.status, settlement)
  let from = payout.status
  for (const to of steps) {
    await postAll(context, postingsOf(payout, to), accounts)
    await sql(context, updateSql, [
      ...[to, settlement.provider_ref ?? null, settlement.reason ?? null],
      ...[settlement.settled_by ?? null, to],
      ...[settlement.checkInSeconds ?? null, payout_id, from],
    ])
    await announce(context, payout, to)
    from = to
  }
  return steps.length > 0
}

/** News may come out of order: what came back was paid, and what failed after it was paid came back. */
function stepsTo(
  from: PayoutStatus,
  { status, attempt }: Settlement
): Settlement["status"][] {
  if (canBecome(from, status)) {
    return [status]
  }
  if (status === "returned" && canBecome(from, "paid")) {
    return ["paid", "returned"]
  }
  if (status === "failed" && from === "paid" && attempt === undefined) {
    return ["returned"]
  }
  return []
}

function postingsOf(
  payout: PayoutRow,
  status: Settlement["status"]
): Posting[] {
  const { id, currency_code, seller_id, provider_id } = payout
  const money = { seller_id, provider_id, amount: BigInt(payout.amount) }
  const base = { reference_type: "payout", reference_id: id, currency_code }
  switch (status) {
    case "paid":
      return [{ ...base, kind: "payout_paid", legs: payoutPaidLegs(money) }]
    case "failed":
      return [{ ...base, kind: "payout_failed", legs: payoutFailedLegs(money) }]
    case "returned":
      return [
        { ...base, kind: "payout_returned", legs: payoutReturnedLegs(money) },
      ]
    case "submitted":
    case "unknown":
      return []
  }
}

async function announce(
  context: PayoutContext,
  { id, seller_id }: PayoutRow,
  status: Settlement["status"]
): Promise<void> {
  if (status !== "unknown") {
    await writeOutbox(context, [
      {
        topic: `payout.${status}`,
        dedupe_key: `${id}:${status}`,
        payload: { id, seller_id },
      },
    ])
  }
}
