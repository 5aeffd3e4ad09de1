import type { taxRemitters } from "../../options"

/** Who an account belongs to. `external` is a payment service: what it owes the platform, seen from outside. */
export const ownerTypes = ["seller", "platform", "external"] as const
export type OwnerType = (typeof ownerTypes)[number]

/** A seller's four accounts, the platform's ten, and `psp` for a payment service. */
export const accountTypes = [
  "pending",
  "available",
  "reserved",
  "in_transit",
  "commission",
  "own_sales",
  "tax_payable",
  "commission_tax",
  "promo_expense",
  "credit",
  "loss",
  "processing_cost",
  "carry",
  "unallocated",
  "psp",
] as const
export type AccountType = (typeof accountTypes)[number]

/** What a ledger transaction stands for; with its reference and part it is posted once, for ever. */
export const postingKinds = [
  "capture_parent",
  "capture",
  "credit",
  "credit_returned",
  "share_cancelled",
  "release",
  "reserve_hold",
  "reserve_free",
  "refund",
  "dispute_opened",
  "dispute_fee",
  "dispute_won",
  "adjustment",
  "write_off",
  "payout_reserve",
  "payout_carry_out",
  "payout_carry_in",
  "payout_paid",
  "payout_failed",
  "payout_returned",
  "reversal",
] as const
export type PostingKind = (typeof postingKinds)[number]

export type AccountRef = {
  owner_type: OwnerType
  owner_id: string
  type: AccountType
}

/** Minor units; above zero the platform owes the account's owner more. */
export type Leg = AccountRef & { amount: bigint }

/** What makes a posting unique. `part` is empty when a reference has one part only. */
export type PostingKey = {
  kind: PostingKind
  reference_type: string
  reference_id: string
  part?: string
}

/** One ledger transaction to be. Its legs sum to zero in one currency. */
export type Posting = PostingKey & {
  currency_code: string
  legs: Leg[]
  /** The order that caused it; statements and the order's pending money go by it. */
  order_id?: string | null
  reverses_id?: string | null
  /** When it happened, which may be before it is written. */
  occurred_at?: Date
  created_by?: string | null
  approved_by?: string | null
  note?: string | null
}

/** `posted` is false when the same posting was there already. */
export type Posted = { id: string; posted: boolean }

export const lineTypes = ["item", "shipping"] as const
export type LineType = (typeof lineTypes)[number]

/** Lines frozen at placement, and those that a later order change added. */
export const lineOrigins = ["placement", "change"] as const
export type LineOrigin = (typeof lineOrigins)[number]

/** Who hands the tax of a line to the state. */
export type TaxRemitter = (typeof taxRemitters)[number]

/** A write-off gives up what a seller owes. */
export const adjustmentKinds = ["adjustment", "write_off"] as const
export const adjustmentStatuses = ["proposed", "posted", "refused"] as const

export const disputeStatuses = ["opened", "won", "lost"] as const
export type DisputeStatus = (typeof disputeStatuses)[number]
