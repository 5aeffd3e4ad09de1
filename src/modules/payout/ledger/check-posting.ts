import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { AccountRef, Posting, PostingKey } from "../types"

/** How a person names a posting in a log or an error. */
export function describeKey(key: PostingKey): string {
  const part = key.part ? `, part ${key.part}` : ""
  return `${key.kind} of ${key.reference_type} ${key.reference_id}${part}`
}

/** One string for each posting that there can be. */
export function postingKey(key: PostingKey): string {
  const { reference_type, reference_id, kind, part } = key
  return JSON.stringify([reference_type, reference_id, kind, part ?? ""])
}

/** One string for each account of one currency. */
export function accountKey(ref: AccountRef): string {
  return `${ref.owner_type}:${ref.owner_id}:${ref.type}`
}

/**
 * Refuses a posting that the database would refuse too, with a better sentence.
 *
 * @throws MedusaError INVALID_DATA when legs are missing, zero, twice on one account, or do not sum to zero.
 */
export function checkPosting(posting: Posting): void {
  const { legs } = posting
  const sum = legs.reduce((total, { amount }) => total + amount, 0n)
  const accounts = new Set(legs.map(accountKey))
  const problem =
    legs.length < 2
      ? "needs two legs"
      : legs.some(({ amount }) => amount === 0n)
        ? "has a leg of zero"
        : accounts.size < legs.length
          ? "names an account twice"
          : sum !== 0n
            ? `has legs that sum to ${sum}, not to zero`
            : undefined
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Posting ${describeKey(posting)} ${problem}`
    )
  }
}

/** Equal for two postings that say the same, whatever the order of their legs. */
export function fingerprint(posting: Posting): string {
  const legs = posting.legs
    .map((leg) => `${accountKey(leg)}=${leg.amount}`)
    .sort()
  return createHash("sha256")
    .update(JSON.stringify([posting.currency_code, posting.order_id, legs]))
    .digest("hex")
}
