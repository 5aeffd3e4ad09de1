import type { PostingKind } from "../types"

/** Somebody on a statement, as it was then. */
export type StatementParty = {
  id?: string
  name: string
  address?: string | null
  tax_id?: string | null
}

/** What one seller account held before and after; minor units as decimal text. */
export type StatementAccount = {
  type: string
  opening: string
  closing: string
}

/** One ledger transaction as the seller sees it; minor units as decimal text, seen from the seller. */
export type StatementLine = {
  transaction_id: string
  kind: PostingKind
  booked_at: string
  reference_type: string
  reference_id: string
  order_id: string | null
  note: string | null
  /** What the buyer paid, also by credit, or got back (below zero). */
  buyer: string
  /** Tax that the platform hands to the state. */
  tax: string
  /** The platform's part of the discount. */
  discount_platform: string
  commission: string
  commission_tax: string
  pending: string
  available: string
  reserved: string
  in_transit: string
  /** What it changed of all that the seller has. */
  amount: string
  /** All that the seller has after it. */
  balance: string
}

/** One line of the invoice for commission, or of the credit note for commission that went back. */
export type CommissionLine = {
  transaction_id: string
  kind: PostingKind
  booked_at: string
  order_id: string | null
  net: string
  tax: string
  gross: string
}

export type CommissionPart = {
  lines: CommissionLine[]
  net: string
  tax: string
  gross: string
}

/** What a statement says; it is frozen whole. */
export type StatementContent = {
  issuer: StatementParty
  seller: StatementParty
  period: string
  currency_code: string
  scale: number
  opening: string
  closing: string
  accounts: StatementAccount[]
  /** Sums of the lines by their kind. */
  totals: { kind: PostingKind; count: number; amount: string }[]
  /** The platform's invoice to the seller. */
  commission_invoice: CommissionPart
  /** Commission that went back; its amounts are above zero. */
  credit_note: CommissionPart
  lines: StatementLine[]
}
