import type { CurrencyAccount } from "../ledger/lock-accounts"
import { lockAccounts } from "../ledger/lock-accounts"
import { postAll } from "../ledger/post"
import { pspAccount, sellerAccount } from "../postings/accounts"
import {
  payoutFailedLegs,
  payoutPaidLegs,
  payoutReturnedLegs,
} from "../postings/payouts"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import type { Posting } from "../types"
import type { NewOutboxMessage } from "./outbox"
import { writeOutbox } from "./outbox"
import type { PayoutRow } from "./payout-rows"
import { readPayouts } from "./payout-rows"
import type { PayoutStatus } from "./transitions"
import { canBecome } from "./transitions"

export type Settlement = {
  payout_id: string
  status: "submitted" | "unknown" | "paid" | "failed" | "returned"
  provider_ref?: string | null
  reason?: string | null
  /** The claim that found out: once somebody else claimed it, this changes nothing. */
  attempt?: number
  /** Only while no file orders it: what a bank has to pay cannot be taken back. */
  unfiled?: true
  /** For `submitted` and `unknown`: when to ask the provider (again); without it in ten minutes. */
  checkInSeconds?: number
  /** The operator who says so. */
  settled_by?: string | null
}

/** A provider's own news name no date; whatever it said, its last word may get lost. */
const checkAgainSeconds = 600

const updateSql = `
  update payout p
  set status = s.status, provider_ref = coalesce(s.provider_ref, p.provider_ref),
    reason = coalesce(s.reason, p.reason),
    settled_by = coalesce(s.settled_by, p.settled_by),
    paid_at = case when s.status = 'paid' then now() else p.paid_at end,
    lease_until = null, updated_at = now(),
    next_check_at = now()
      + make_interval(secs => coalesce(s.check_in, ${checkAgainSeconds}))
  from jsonb_to_recordset(?::jsonb) as s(id text, before text, status text,
    provider_ref text, reason text, settled_by text, check_in float)
  where p.id = s.id and p.status = s.before`

/** One step of one payout from a status to the next. */
type Move = { payout: PayoutRow; to: Settlement["status"]; news: Settlement }

/**
 * Records what became of payouts: status, posting and event together, all or
 * none, with as many statements for many as for one.
 *
 * @param settlements - A payout once.
 * @returns of each whether it changed anything; late, repeated and overtaken news do not.
 * @throws MedusaError NOT_FOUND
 */
export async function settlePayouts(
  context: PayoutContext,
  settlements: Settlement[]
): Promise<boolean[]> {
  const ids = settlements.map(({ payout_id }) => payout_id)
  const seen = await readPayouts(context, ids)
  // Accounts before the payouts' rows, as everywhere.
  const accounts = await lockAccounts(
    context,
    [...seen.values()].flatMap(accountsOf)
  )
  const payouts = await readPayouts(context, ids, "for update")
  const ways = settlements.map((news): Move[] => {
    const payout = payouts.get(news.payout_id)
    const steps = payout ? stepsOf(payout, news) : []
    return steps.flatMap((to, index) => {
      const status = steps[index - 1] ?? payout?.status
      return payout && status ? { payout: { ...payout, status }, to, news } : []
    })
  })
  // A payout that came back unheard of is paid first.
  for (const turn of [0, 1]) {
    const moves = ways.flatMap((way) => way[turn] ?? [])
    if (moves.length) {
      await postAll(context, moves.flatMap(postingsOf), accounts)
      await sql(context, updateSql, [asRecords(moves.map(changeOf))])
      await writeOutbox(context, moves.flatMap(messageOf))
    }
  }
  return ways.map((way) => way.length > 0)
}

/** {@link settlePayouts} for one. */
export async function settlePayout(
  context: PayoutContext,
  settlement: Settlement
): Promise<boolean> {
  const [changed = false] = await settlePayouts(context, [settlement])
  return changed
}

function accountsOf(payout: PayoutRow): CurrencyAccount[] {
  const { currency_code, seller_id, provider_id } = payout
  return [
    { ...sellerAccount(seller_id, "available"), currency_code },
    { ...sellerAccount(seller_id, "in_transit"), currency_code },
    { ...pspAccount(provider_id), currency_code },
  ]
}

function changeOf({ payout, to, news }: Move) {
  const { provider_ref, reason, settled_by, checkInSeconds } = news
  return {
    ...{ id: payout.id, before: payout.status, status: to },
    ...{ provider_ref, reason, settled_by, check_in: checkInSeconds },
  }
}

function stepsOf(payout: PayoutRow, news: Settlement): Settlement["status"][] {
  const { attempt, unfiled } = news
  const overtaken =
    (attempt !== undefined && attempt !== payout.attempt) ||
    (unfiled && payout.file_id !== null)
  return overtaken ? [] : stepsTo(payout.status, news)
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

function postingsOf({ payout, to }: Move): Posting[] {
  const { id, currency_code, seller_id, provider_id } = payout
  const money = { seller_id, provider_id, amount: BigInt(payout.amount) }
  const base = { reference_type: "payout", reference_id: id, currency_code }
  switch (to) {
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

function messageOf({ payout, to }: Move): NewOutboxMessage[] {
  const { id, seller_id } = payout
  return to === "unknown"
    ? []
    : [
        {
          topic: `payout.${to}`,
          dedupe_key: `${id}:${to}`,
          payload: { id, seller_id },
        },
      ]
}
