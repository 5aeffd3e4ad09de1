import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"

/** What must hold about the books; each is a view of the rows that break it. */
export const invariants = [
  "payout_invariant_01_unbalanced",
  "payout_invariant_02_currency_not_zero",
  "payout_invariant_03_balance_not_entries",
  "payout_invariant_04_chain_broken",
  "payout_invariant_05_items_not_zero",
  "payout_invariant_06_amount_not_reserved",
  "payout_invariant_07_available_not_unsettled",
  "payout_invariant_08_in_transit_not_open_payouts",
  "payout_invariant_09_status_contradicts_postings",
  "payout_invariant_12_reversed_not_charged",
  "payout_invariant_13_report_differs",
  "payout_invariant_14_unclear_for_a_day",
  "payout_invariant_16_pending_not_orders",
  "payout_invariant_17_reserve_contradicts_postings",
  "payout_invariant_18_dispute_contradicts_postings",
  "payout_invariant_19_statement_not_ledger",
] as const
export type Invariant = (typeof invariants)[number]

/** An invariant that does not hold. */
export type Violation = {
  invariant: Invariant
  /** The id of the row that breaks it. */
  subject: string
  detail: string
}

const enough = 100

/** @returns at most a hundred violations of each invariant; none when the books are right. */
export async function findViolations(
  context: PayoutContext,
  names: readonly Invariant[]
): Promise<Violation[]> {
  const views = names.map(
    (name) =>
      `(select '${name}' as invariant, subject, detail from ${name} limit ${enough})`
  )
  return await sql<Violation>(context, views.join(" union all "))
}
