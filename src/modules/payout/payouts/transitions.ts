/** `unknown`: the provider may or may not have executed it; only the provider can say. */
export const payoutStatuses = [
  "reserved",
  "submitting",
  "unknown",
  "submitted",
  "paid",
  "failed",
  "returned",
] as const
export type PayoutStatus = (typeof payoutStatuses)[number]

/** From → to. A repeat of the same status is no transition and changes nothing. */
const transitions: Record<PayoutStatus, readonly PayoutStatus[]> = {
  reserved: ["submitting", "failed"],
  submitting: ["submitted", "unknown", "paid", "failed"],
  unknown: ["submitting", "submitted", "paid", "failed"],
  submitted: ["paid", "failed"],
  paid: ["returned"],
  failed: [],
  returned: [],
}

/** Whether a payout may go from one status to another. The database asks the same table. */
export function canBecome(from: PayoutStatus, to: PayoutStatus): boolean {
  return transitions[from].includes(to)
}
