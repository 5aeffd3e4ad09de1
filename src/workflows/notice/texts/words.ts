/** Every text there is; `digest` gathers others. */
export const templateNames = [
  "application-received",
  "application-new",
  "seller-accepted",
  "seller-rejected",
  "seller-suspended",
  "seller-reactivated",
  "seller-invitation",
  "seller-member-invite",
  "member-joined",
  "member-removed",
  "request-new",
  "request-escalated",
  "request-accepted",
  "request-rejected",
  "order-new",
  "order-canceled",
  "return-requested",
  "return-received",
  "refund-booked",
  "payout-paid",
  "payout-failed",
  "payout-failed-operator",
  "payout-returned",
  "payout-account-changed",
  "payout-account-status",
  "statement-issued",
  "purchase-confirmed",
  "order-shipped",
  "order-delivered",
  "purchase-canceled",
  "purchase-refunded",
  "password-reset",
  "digest",
] as const
export type TemplateName = (typeof templateNames)[number]

/**
 * One text in one language. `{name}` stands for what the data hold; a line
 * whose value is missing is left out.
 */
export type Words = {
  subject: string
  lines: string[]
  /** What the button to `{url}` says; without a url there is none. */
  action?: string
}

export type Texts = Record<TemplateName, Words>
