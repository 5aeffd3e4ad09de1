import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"
import {
  type Claim,
  inFlight,
  type PaymentRow,
  type ShareSet,
  sum,
} from "./share-set"

export type RefundPlan =
  /** Another refund of this share is on its way: look again soon. */
  | { do: "wait" }
  /** An earlier refund has its row but no answer, its process died: send it again first. */
  | { do: "settle"; claim: Claim }
  /** It was confirmed before, but its row was lost: take that over. */
  | { do: "adopt"; claim: Claim }
  /** Send this. `claim` is an earlier try of the same refund. */
  | { do: "refund"; key: string; amount: string; claim?: Claim }

/**
 * What the payment service is to be asked for one refund of a share.
 *
 * Amounts finer than the currency round cumulatively, so that the parts end
 * exactly at the share. The key counts what was refunded after this refund: a
 * retry of the same amount repeats its key, another amount never does.
 *
 * @throws MedusaError INVALID_DATA above what was captured, to the last digit;
 * NOT_ALLOWED while an earlier refund of another amount has no clear answer.
 */
export function planRefund(
  set: ShareSet,
  share: PaymentRow,
  refund: { id: string; amount: BigNumberInput }
): RefundPlan {
  const claims = set
    .claimsOf(share)
    .filter(({ note }) => note.key !== set.releaseKey(share))
  const open = claims.filter(({ note }) => note.state !== "done")
  if (open.some(({ row }) => inFlight(row))) {
    return { do: "wait" }
  }
  const orphan = open.find(
    ({ note }) =>
      note.refund_id !== refund.id &&
      share.refunds.some(({ id }) => id === note.refund_id)
  )
  if (orphan) {
    return { do: "settle", claim: orphan }
  }
  return planNew(set, share, { refund, claims, unknown: open[0] })
}

function planNew(
  set: ShareSet,
  share: PaymentRow,
  tries: {
    refund: { amount: BigNumberInput }
    claims: Claim[]
    unknown: Claim | undefined
  }
): RefundPlan {
  const { refund, unknown } = tries
  const done = tries.claims.filter(({ note }) => note.state === "done")
  const doneIds = done.map(({ note }) => note.refund_id)
  const before = sum(
    share.refunds
      .filter(({ id }) => doneIds.includes(id))
      .map(({ amount }) => amount)
  )
  const after = MathBN.add(before, refund.amount)
  ensureLeft(set, share, { before, after: after.toFixed() })
  const key = `${share.id}:refund:${set.units(after)}`
  const lost = done.find(
    ({ note }) => !share.refunds.some(({ id }) => id === note.refund_id)
  )
  ensureAnswered(share, lost ?? unknown, key)
  if (lost) {
    return { do: "adopt", claim: lost }
  }
  const sent = set.units(sum(done.map(({ row }) => row.amount)))
  const units = set.units(after) - sent
  if (units <= 0n) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `A refund of payment ${share.id} must be at least the smallest unit of ${share.currency_code}`
    )
  }
  return { do: "refund", key, amount: set.amount(units), claim: unknown }
}

/** Medusa lets a refund exceed the captures by one unit, which here would be a sibling's. */
function ensureLeft(
  set: ShareSet,
  share: PaymentRow,
  refunded: { before: string; after: string }
): void {
  const captured = set.captured(share)
  if (MathBN.gt(refunded.after, captured)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Payment ${share.id} has ${MathBN.sub(captured, refunded.before).toFixed()} ${share.currency_code} left to refund`
    )
  }
}

/** An earlier try whose outcome Medusa does not know must be repeated before anything else. */
function ensureAnswered(
  share: PaymentRow,
  unsure: Claim | undefined,
  key: string
): void {
  if (unsure && unsure.note.key !== key) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `A refund of ${unsure.row.amount} ${share.currency_code} of payment ${share.id} ended without a clear answer: repeat that one first`
    )
  }
}
